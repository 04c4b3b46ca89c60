#include "cli/options_server.h"

#include "cli/words.h"

#include <fmt/format.h>

namespace daphnia::cli {

namespace {

constexpr std::uint64_t kLongestPause = 60'000; // milliseconds

} // namespace

CLI::App& add_server(CLI::App& app, Command& result) {
    CLI::App& command = *app.add_subcommand(
        "server", "Serve an editor: a language server on standard input and output, which proves as one types");
    lsp::Options& server = result.server;
    add_value(command, "--verify-on", "Never|Change|ChangeProject|Save",
              "When to prove: what is asked for alone; a file after each change of it; a whole project after each "
              "change of a file; after a file was saved [Change]",
              [&server](const std::string& text) {
                  server.verify_on = static_cast<lsp::VerifyOn>(
                      choice("--verify-on", text, {"Never", "Change", "ChangeProject", "Save"}));
              });
    command.add_flag_callback(
        "--no-verify", [&server] { server.verify_on = lsp::VerifyOn::Never; }, "The same as --verify-on:Never");
    add_value(command, "--update-throttling", fmt::format("MS [{}]", server.pause.count()),
              "Milliseconds without a change before anything is proved", [&server](const std::string& text) {
                  server.pause = std::chrono::milliseconds(number("--update-throttling", text, kLongestPause));
              });
    command.add_flag("--notify-ghostness", server.notify_ghostness, "Tell the editor which parts are ghost");
    command.add_flag("--notify-line-verification-status", server.notify_lines,
                     "Tell the editor what is known of each line");
    add_value(command, "--cache-verification", "N",
              "0: nothing is kept between two runs of the server; Dafny's name for --cache:off",
              [&result](const std::string& text) {
                  if (number("--cache-verification", text, UINT32_MAX) == 0) {
                      result.cache.mode = cache::Mode::Off;
                  }
              });
    command.callback([&result] { result.action = Action::Server; });
    return command;
}

std::vector<std::string> words_of_verify(const std::vector<std::string>& words, const CLI::App& verify,
                                         const driver::Project& project) {
    std::vector<std::string> result = {"verify"};
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (verify.get_option_no_throw(words[i].substr(0, words[i].find('='))) != nullptr) {
            result.push_back(words[i]);
        }
    }
    result.push_back(project.path);
    return result;
}

void settle_server(Command& command, OptionsOfProject of_project) {
    if (command.action != Action::Server) {
        return;
    }
    command.server.program = command.options;
    command.server.version = DAPHNIA_VERSION;
    command.server.of_project = [words = command.words, of_project](const driver::Project& project) {
        return of_project(words, project);
    };
}

} // namespace daphnia::cli
