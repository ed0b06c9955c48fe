/// The version of Esteira, as `--version`, reports and SARIF say it.
package let toolVersion = "0.1.0"
