// How a server is to behave, as its command line says.
#pragma once

#include "driver/project.h"
#include "driver/session.h"

#include <chrono>
#include <functional>
#include <string>

namespace daphnia::lsp {

enum class VerifyOn {
    Never,         // only what is asked for by name
    Change,        // a file's declarations, after each change of it
    ChangeProject, // all of a program, after each change of one of its files
    Save,
};

struct Options {
    driver::Options program; // of programs that no project describes
    // Those of a program that a project describes. Throws InputError.
    std::function<driver::Options(const driver::Project&)> of_project;
    VerifyOn verify_on = VerifyOn::Change;
    std::chrono::milliseconds pause{20};        // without a change, before anything is proved
    std::chrono::milliseconds trial_time{2000}; // for the quick fixes of a place; what takes longer is not offered
    bool notify_ghostness = false;
    bool notify_lines = false; // what is known of each line
    std::string version;       // Daphnia's
};

} // namespace daphnia::lsp
