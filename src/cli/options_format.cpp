#include "cli/options_format.h"

#include "cli/options_project.h"

namespace daphnia::cli {

void add_format_command(CLI::App& app, Command& result) {
    CLI::App& command =
        *app.add_subcommand("format", "Indent programs anew, in place, and change nothing else in them");
    command
        .add_option("path", result.paths,
                    "Files, folders whose .dfy files are meant, - for standard input (with --check or --print); the "
                    "files of a project file (.toml)")
        ->required()
        ->type_name("FILE|FOLDER");
    add_find_project(command, result);
    command.add_flag("--check", result.format_command.check,
                     "Change no file; exit code 5 if one needs to be formatted");
    command.add_flag("--print", result.format_command.print, "Print the formatted programs, and change no file");
    command.callback([&result] { result.action = Action::Format; });
}

} // namespace daphnia::cli
