package import Reporting

/// Every rule of this module, by code.
package let configurationRules: [Rule] = []
