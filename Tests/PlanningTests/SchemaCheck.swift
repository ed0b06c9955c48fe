import Foundation

/// A JSON value as it was read.
indirect enum JSONValue: Decodable, Equatable {
    case object([String: JSONValue])
    case array([JSONValue])
    case string(String)
    case number(Double)
    case bool(Bool)
    case null

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    static func parsed(_ text: String) throws -> JSONValue {
        try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
    }

    subscript(key: String) -> JSONValue? { if case .object(let members) = self { members[key] } else { nil } }

    var strings: [String] {
        guard case .array(let items) = self else { return [] }
        return items.compactMap { if case .string(let text) = $0 { text } else { nil } }
    }
}

/// The part of JSON Schema that the schema of plans uses; a keyword that is not among it is a fault too.
struct SchemaCheck {
    let root: JSONValue

    func faults(in value: JSONValue) -> [String] { faults(value, root, at: "$") }

    private func faults(_ value: JSONValue, _ schema: JSONValue, at path: String) -> [String] {
        guard case .object(let keywords) = schema else { return ["\(path): the schema is no object"] }
        return keywords.sorted { $0.key < $1.key }.flatMap { keyword, argument -> [String] in
            switch keyword {
            case "$schema", "$id", "$defs", "title", "description": []
            case "$ref": faults(value, target(of: argument), at: path)
            case "type":
                argument == .string(type(of: value, wanted: argument)) ? [] : ["\(path): not of type \(argument)"]
            case "enum": isOne(value, of: argument) ? [] : ["\(path): \(value) is none of \(argument)"]
            case "pattern": matches(value, argument) ? [] : ["\(path): \(value) does not match"]
            case "required": argument.strings.filter { value[$0] == nil }.map { "\(path): '\($0)' is missing" }
            case "properties": members(value, argument, at: path)
            case "additionalProperties": others(value, argument, at: path)
            case "items": items(value, argument, at: path)
            default: ["\(path): the keyword '\(keyword)' is not known here"]
            }
        }
    }

    private func target(of reference: JSONValue) -> JSONValue {
        guard case .string(let text) = reference, let name = text.split(separator: "/").last else { return .null }
        return root["$defs"]?[String(name)] ?? .null
    }

    private func type(of value: JSONValue, wanted: JSONValue) -> String {
        switch value {
        case .object: "object"
        case .array: "array"
        case .string: "string"
        case .number(let number): wanted == .string("integer") && number == number.rounded() ? "integer" : "number"
        case .bool: "boolean"
        case .null: "null"
        }
    }

    private func isOne(_ value: JSONValue, of choices: JSONValue) -> Bool {
        if case .array(let all) = choices { all.contains(value) } else { false }
    }

    private func matches(_ value: JSONValue, _ pattern: JSONValue) -> Bool {
        guard case .string(let text) = value, case .string(let pattern) = pattern else { return false }
        return text.range(of: pattern, options: .regularExpression) != nil
    }

    /// A member that the schema does not name is a fault of the schema: it is to tell of all.
    private func members(_ value: JSONValue, _ properties: JSONValue, at path: String) -> [String] {
        guard case .object(let members) = value else { return [] }
        return members.sorted { $0.key < $1.key }.flatMap { name, member in
            properties[name].map { faults(member, $0, at: "\(path).\(name)") } ?? [
                "\(path): '\(name)' is not in the schema"
            ]
        }
    }

    private func others(_ value: JSONValue, _ schema: JSONValue, at path: String) -> [String] {
        guard case .object(let members) = value else { return [] }
        return members.sorted { $0.key < $1.key }.flatMap { faults($1, schema, at: "\(path).\($0)") }
    }

    private func items(_ value: JSONValue, _ schema: JSONValue, at path: String) -> [String] {
        guard case .array(let items) = value else { return [] }
        return items.enumerated().flatMap { faults($1, schema, at: "\(path)[\($0)]") }
    }
}
