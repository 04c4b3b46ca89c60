// The oracle by hand: prints random programs, or verifies and runs random or existing ones and counts.
#include "definitions.h"
#include "generate.h"
#include "mutation.h"
#include "reduce.h"
#include "runner.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <iostream>

namespace {

using namespace daphnia;
using Clock = std::chrono::steady_clock;

struct Command {
    std::uint64_t seed = 1;
    std::size_t programs = 100;
    double minutes = 0;
    bool verbose = false;
    std::vector<std::string> paths;
    oracle::RunnerOptions runner;
    oracle::MutationOptions mutation;
    oracle::DefinitionOptions definitions;
};

double minutes_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count() / 60;
}

void print_totals(const oracle::Totals& totals, double minutes) {
    fmt::print("{} programs ({} rejected, {} internal errors), {} declarations, {} proved\n"
               "{} runs: {} undetermined, {} unfinished; {} unproved declarations refuted, {} proved ones never run\n"
               "{} broken checks of what is proved, {} more where what it relies on is not, {} endless runs\n"
               "{:.2f} minutes, {:.0f} programs and {:.0f} runs per minute\n",
               totals.programs, totals.rejected_programs, totals.internal_errors, totals.declarations, totals.proved,
               totals.runs, totals.undetermined, totals.unfinished, totals.refuted, totals.never_run, totals.broken,
               totals.uncertain, totals.endless, minutes, static_cast<double>(totals.programs) / minutes,
               static_cast<double>(totals.runs) / minutes);
}

// The program without the lines that the defect does not need.
std::string smaller(const std::string& program, const oracle::Examination& defect,
                    const oracle::RunnerOptions& options) {
    return oracle::reduced(program, [&](const std::string& text) {
        std::vector<driver::Input> inputs;
        inputs.push_back({"reduced", std::make_unique<const support::SourceFile>("reduced", text), {}});
        const oracle::Examination again = oracle::Runner(options).examine(std::move(inputs)).front();
        if (defect.broken.empty()) {
            return again.internal_error == defect.internal_error;
        }
        const oracle::Breakage& wanted = defect.broken.front();
        return std::any_of(again.broken.begin(), again.broken.end(), [&](const oracle::Breakage& breakage) {
            return breakage.declaration == wanted.declaration && breakage.id == wanted.id;
        });
    });
}

// Prints what is wrong, with the program when it stands in no file.
void print_defects(const oracle::Examination& examination, const std::string& program, bool verbose) {
    if (!examination.internal_error.empty()) {
        fmt::print("{}: internal error: {}\n{}\n", examination.path, examination.internal_error, program);
    }
    for (const oracle::Breakage& breakage : examination.broken) {
        fmt::print("{}: proved, but broken, in '{}':\n{}\n{}\n", examination.path, breakage.declaration,
                   breakage.report, program);
    }
    if (verbose) {
        for (const auto& [reason, count] : examination.reasons) {
            fmt::print("{}: {} times: {}\n", examination.path, count, reason);
        }
        for (const oracle::Breakage& breakage : examination.uncertain) {
            fmt::print("{}: broken, relies on what is not proved, in '{}':\n{}\n", examination.path,
                       breakage.declaration, breakage.report);
        }
    }
    std::fflush(stdout);
}

int result_of(const oracle::Totals& totals) {
    return totals.broken + totals.endless + totals.internal_errors == 0 ? 0 : 1;
}

int run(const Command& command) {
    constexpr std::size_t kBatch = 32;
    const auto start = Clock::now();
    oracle::Totals totals;
    std::uint64_t seed = command.seed;
    const auto wanted = [&] {
        const bool in_time = command.minutes <= 0 || minutes_since(start) < command.minutes;
        return in_time && (command.programs == 0 || totals.programs < command.programs);
    };
    while (wanted()) {
        const std::size_t left = command.programs == 0 ? kBatch : command.programs - totals.programs;
        std::vector<driver::Input> inputs;
        std::vector<std::string> texts;
        for (std::size_t i = 0; i < std::min(kBatch, left); ++i) {
            texts.push_back(oracle::generate(seed));
            inputs.push_back({fmt::format("seed {}", seed), nullptr, {}});
            inputs.back().source = std::make_unique<const support::SourceFile>(inputs.back().path, texts.back());
            ++seed;
        }
        oracle::RunnerOptions runner = command.runner;
        runner.seed = static_cast<std::uint32_t>(seed);
        const auto examinations = oracle::Runner(runner).examine(std::move(inputs));
        for (std::size_t i = 0; i < examinations.size(); ++i) {
            totals += examinations[i].totals;
            const bool defect = !examinations[i].broken.empty() || !examinations[i].internal_error.empty();
            print_defects(examinations[i], defect ? smaller(texts[i], examinations[i], runner) : "", command.verbose);
            if (!examinations[i].rejection.empty()) {
                fmt::print("{} is rejected: {}\n{}\n", examinations[i].path, examinations[i].rejection, texts[i]);
            }
        }
    }
    fmt::print("seeds {} to {}\n", command.seed, seed - 1);
    print_totals(totals, minutes_since(start));
    return totals.rejected_programs == 0 ? result_of(totals) : 1; // what is rejected tests nothing
}

int check(const Command& command) {
    const auto start = Clock::now();
    oracle::Totals totals;
    oracle::RunnerOptions runner = command.runner;
    runner.patience = 0; // programs that somebody wrote may well compute for long
    for (const oracle::Examination& examination : oracle::Runner(runner).examine(driver::read_inputs(command.paths))) {
        totals += examination.totals;
        print_defects(examination, "", command.verbose);
    }
    print_totals(totals, minutes_since(start));
    return result_of(totals);
}

} // namespace

int main(int argc, char** argv) {
    Command command;
    CLI::App app("Guards the prover: what is proved is run, and must not break", "oracle");
    app.require_subcommand(1);
    const auto runner_options = [&](CLI::App& sub) {
        sub.add_option("--inputs", command.runner.inputs, "Runs of each proved declaration")->capture_default_str();
        sub.add_option("--steps", command.runner.steps, "What a run may take")->capture_default_str();
        sub.add_flag("--verbose", command.verbose, "Say also what is broken but relies on what is not proved");
    };
    CLI::App* generate = app.add_subcommand("generate", "Print a random program");
    generate->add_option("--seed", command.seed)->required();
    CLI::App* random = app.add_subcommand("run", "Verify and run random programs");
    random->add_option("--seed", command.seed, "Of the first program; each has the next one")->capture_default_str();
    random->add_option("--programs", command.programs, "How many; 0: no limit")->capture_default_str();
    random->add_option("--minutes", command.minutes, "For how long; 0: no limit")->capture_default_str();
    runner_options(*random);
    CLI::App* existing = app.add_subcommand("check", "Verify and run existing programs");
    existing->add_option("path", command.paths, "Files and folders")->required();
    runner_options(*existing);
    CLI::App* mutate = app.add_subcommand("mutate", "Change verified programs and see what is said");
    oracle::MutationOptions& mutation = command.mutation;
    mutate->add_option("path", mutation.paths, "Files and folders")->required();
    mutate->add_option("--mutants", mutation.mutants, "A sample of about that size; 0: all")->capture_default_str();
    mutate->add_option("--seed", mutation.seed, "Of the sample")->capture_default_str();
    mutate->add_option("--refute-limit", mutation.refute_steps, "As of daphnia verify")->capture_default_str();
    mutate
        ->add_option("--thorough", mutation.thorough_steps,
                     "Steps of a longer search for wrong bodies that are not refuted; 0: none")
        ->capture_default_str();
    mutate->add_option("--inputs", mutation.inputs, "Runs of each declaration of a mutant that is proved")
        ->capture_default_str();
    mutate->add_flag("--verbose", mutation.verbose, "A line for each mutant");
    CLI::App* definitions = app.add_subcommand("definitions", "Verify random definitions that may be circular");
    definitions->add_option("--seed", command.definitions.seed, "Of the first program; each has the next one")
        ->capture_default_str();
    definitions->add_option("--programs", command.definitions.programs, "How many")->capture_default_str();
    definitions->add_flag("--verbose", command.definitions.verbose, "Show also true lemmas that are not proved");
    CLI::App* definition = app.add_subcommand("definition", "Print one of these programs");
    definition->add_option("--seed", command.definitions.seed)->required();
    CLI11_PARSE(app, argc, argv);
    if (generate->parsed()) {
        fmt::print("{}", oracle::generate(command.seed));
        return 0;
    }
    if (definition->parsed()) {
        fmt::print("{}", oracle::generate_definitions(command.definitions.seed).text);
        return 0;
    }
    if (definitions->parsed()) {
        return oracle::run_definitions(command.definitions, std::cout) ? 0 : 1;
    }
    if (mutate->parsed()) {
        return oracle::run_mutation(mutation, std::cout) ? 0 : 1;
    }
    return random->parsed() ? run(command) : check(command);
}
