#include "cli/options_audit.h"

#include "cli/words.h"

#include <string>

namespace daphnia::cli {

CLI::Option& add_accepted(CLI::App& command, Command& result) {
    return add_value(command, "--accepted", "FILE", "Findings of an audit that this file names are no failure",
                     [&result](const std::string& path) { result.audit.accepted = path; });
}

CLI::App& add_audit(CLI::App& app, Command& result) {
    CLI::App& command = *app.add_subcommand("audit", "List what is taken for granted");
    add_value(command, "--format", "text|json|markdown|html", "How to report, on standard output",
              [&result](const std::string& text) {
                  result.audit.format =
                      static_cast<AuditFormat>(choice("--format", text, {"text", "json", "markdown", "html"}));
              });
    add_accepted(command, result);
    add_value(command, "--write-accepted", "FILE",
              "Accept all findings: write a file that names them, with the reasons that --accepted knows",
              [&result](const std::string& path) { result.audit.write_accepted = path; });
    command.add_flag("--verify-included-files", result.options.verify_included_files,
                     "Included files are verified with the program: that is not taken for granted");
    command.callback([&result] {
        result.action = Action::Audit;
        result.goal = driver::Goal::Audit;
        result.options.strictness.fail_on_assumptions = true; // what the command is for
    });
    return command;
}

} // namespace daphnia::cli
