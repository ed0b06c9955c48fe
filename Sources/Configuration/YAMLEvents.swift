private import CYAML

/// One step of reading a YAML file; places are offsets in the file.
struct YAMLEvent {
    enum Kind {
        case documentStart
        case alias(String)
        case scalar(String, style: Scalar.Style, tag: String?, anchor: String?)
        case collectionStart(CollectionForm, anchor: String?)
        case collectionEnd
        case streamEnd
        /// Stream start and document end, which say nothing.
        case other
    }

    let kind: Kind
    let start: Int
    let end: Int
}

/// Why libyaml stopped, in its own words.
struct YAMLProblem: Error {
    let text: String
    let offset: Int
    let context: String?
    let contextOffset: Int
}

/// Owns one libyaml parser and the bytes it reads.
struct YAMLEvents: ~Copyable {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let bytes: UnsafeMutableBufferPointer<UInt8>
    private let input: YAMLInput

    init(_ input: YAMLInput) {
        self.input = input
        bytes = .allocate(capacity: input.bytes.count)
        _ = bytes.initialize(from: input.bytes)
        parser = .allocate(capacity: 1)
        guard yaml_parser_initialize(parser) == 1 else { preconditionFailure("no memory for a YAML parser") }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        // libyaml wants an address even for no bytes.
        let address = UnsafePointer(bytes.baseAddress) ?? UnsafeRawPointer(parser).assumingMemoryBound(to: UInt8.self)
        yaml_parser_set_input_string(parser, address, bytes.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
        bytes.deallocate()
    }

    mutating func next() throws(YAMLProblem) -> YAMLEvent {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw problem }
        defer { yaml_event_delete(&event) }
        return YAMLEvent(
            kind: kind(of: event),
            start: input.offset(of: event.start_mark.index),
            end: input.offset(of: event.end_mark.index)
        )
    }

    private func kind(of event: yaml_event_t) -> YAMLEvent.Kind {
        switch event.type {
        case YAML_DOCUMENT_START_EVENT: return .documentStart
        case YAML_ALIAS_EVENT: return .alias(String(cString: event.data.alias.anchor))  // never null
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
            return .scalar(text, style: style(scalar.style), tag: string(scalar.tag), anchor: string(scalar.anchor))
        case YAML_SEQUENCE_START_EVENT:
            let start = event.data.sequence_start
            let form = CollectionForm(isMapping: false, isFlow: start.style == YAML_FLOW_SEQUENCE_STYLE)
            return .collectionStart(form, anchor: string(start.anchor))
        case YAML_MAPPING_START_EVENT:
            let start = event.data.mapping_start
            let form = CollectionForm(isMapping: true, isFlow: start.style == YAML_FLOW_MAPPING_STYLE)
            return .collectionStart(form, anchor: string(start.anchor))
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return .collectionEnd
        case YAML_STREAM_END_EVENT: return .streamEnd
        default: return .other
        }
    }

    private func style(_ style: yaml_scalar_style_t) -> Scalar.Style {
        switch style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
        case YAML_LITERAL_SCALAR_STYLE: .literal
        case YAML_FOLDED_SCALAR_STYLE: .folded
        default: .plain
        }
    }

    private func string(_ text: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        text.map { String(cString: $0) }
    }

    private var problem: YAMLProblem {
        let state = parser.pointee
        return YAMLProblem(
            text: state.problem.map { String(cString: $0) } ?? "out of memory",
            offset: input.offset(of: state.problem_mark.index),
            context: state.context.map { String(cString: $0) },
            contextOffset: input.offset(of: state.context_mark.index)
        )
    }
}
