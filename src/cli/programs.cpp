#include "cli/programs.h"

#include "support/error.h"

#include <fmt/format.h>

#include <algorithm>

namespace daphnia::cli {

bool is_project_file(const std::string& path) {
    return path.ends_with(driver::kProjectFileEnding);
}

std::vector<driver::Input> read_programs(const Command& command) {
    std::vector<std::string> paths = command.paths;
    if (command.project) {
        paths.erase(std::remove_if(paths.begin(), paths.end(), is_project_file), paths.end());
        paths.insert(paths.end(), command.project->files.begin(), command.project->files.end());
    }
    std::vector<driver::Input> inputs = driver::read_inputs(paths);
    if (inputs.empty()) {
        throw support::InputError(fmt::format("{}: no file belongs to this project", command.project->path));
    }
    if (!command.project && !command.one_program) {
        return inputs;
    }
    std::vector<driver::Input> result;
    result.push_back(driver::one_program(std::move(inputs), command.project ? command.project->path : std::string()));
    return result;
}

} // namespace daphnia::cli
