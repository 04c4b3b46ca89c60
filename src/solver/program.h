// Another program that is given a text and answers with one: what a solver outside of this process is. Private to this
// folder.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace daphnia::solver {

struct ProgramLimits {
    std::uint32_t milliseconds = 0; // of its processor time; 0: none. A program that sleeps is not waited for forever
    std::uint32_t memory_mb = 0;    // of its address space; 0: none
};

struct ProgramEnd {
    enum class How : std::uint8_t {
        Exited,
        Killed,     // by a signal that it did not get from here
        TimedOut,   // and was killed, with all that it had started
        Talkative,  // it wrote more than any answer is, and was killed
        NotStarted, // the system has refused, or there is no such program
    };
    How how = How::NotStarted;
    int code = 0;       // Exited: the exit code; Killed: the signal; NotStarted: the error number
    std::string out;    // what it wrote to standard output; what it writes to its error stream is lost
    double seconds = 0; // of its processor time
};

// Runs a program, which is looked up in PATH, to its end, with `input` as its standard input. It does not outlive this
// process, and leaves none behind.
ProgramEnd run_program(const std::vector<std::string>& command, const std::string& input, const ProgramLimits& limits);

} // namespace daphnia::solver
