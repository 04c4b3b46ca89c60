// cvc5 as a program of its own: a query goes there as a text, and one word comes back.
#include "solver/program.h"
#include "solver/solver.h"
#include "support/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>

namespace daphnia::solver {

namespace {

// Within it 3,097 of the 3,170 obligations of the examples are proved; three times as much proves few of the others.
constexpr std::uint32_t kMilliseconds = 1'000;
constexpr ProgramLimits kLimitsOfVersion{5'000, 0};
constexpr std::size_t kLongestQuotation = 200;

std::string first_line(const std::string& text) {
    return text.substr(0, text.find('\n'));
}

// What it wrote, short and without line breaks, so that a message can quote it.
std::string quotation(const std::string& text) {
    std::string result = text.substr(0, kLongestQuotation);
    while (!result.empty() && result.back() == '\n') {
        result.pop_back();
    }
    std::replace_if(
        result.begin(), result.end(), [](unsigned char c) { return c < 0x20 || c >= 0x7F; }, ' ');
    return result.empty() ? "nothing" : fmt::format("'{}'", result);
}

std::string how_it_ended(const ProgramEnd& end) {
    switch (end.how) {
    case ProgramEnd::How::Exited:
        return fmt::format("it wrote {}, and its exit code was {}", quotation(end.out), end.code);
    case ProgramEnd::How::Killed:
        return fmt::format("signal {} ended it", end.code);
    case ProgramEnd::How::TimedOut:
        return "it took too long";
    case ProgramEnd::How::Talkative:
        return "it wrote more than an answer, beginning with " + quotation(end.out);
    case ProgramEnd::How::NotStarted:
        return fmt::format("it cannot be started ({})", std::strerror(end.code));
    }
    throw support::InternalError("an end that nobody knows");
}

class Cvc5Prover final : public Prover {
  public:
    Cvc5Prover(std::string program, std::string name) : program_(std::move(program)), name_(std::move(name)) {}

    std::string name() const override { return name_; }

    std::string parameters(const Attempt&) const override { return {}; }

    Plan plan(Occasion occasion, bool) const override {
        Attempt attempt;
        attempt.most.milliseconds = kMilliseconds;
        return {occasion == Occasion::LastResort ? std::vector<Attempt>{} : std::vector<Attempt>{attempt}, {}};
    }

    // It gets no options that change what is looked for: those that look for models of a kind of their own would give
    // answers that mean less.
    Answer prove(const Query& query, const Budget& budget, const Attempt&) const override {
        if (is_trivial(query)) {
            Answer answer;
            answer.status = Answer::Status::Proved;
            return answer;
        }
        const ProgramEnd end =
            run_program({program_, "--lang=smt2"}, export_smt2(query), {budget.milliseconds, budget.memory_mb});
        Answer answer = answer_of(end);
        answer.seconds = end.seconds;
        return answer;
    }

  private:
    static Answer answer_of(const ProgramEnd& end) {
        Answer answer;
        answer.reason = how_it_ended(end);
        answer.status = Answer::Status::Failed;
        if (end.how == ProgramEnd::How::TimedOut) {
            answer.status = Answer::Status::OutOfBudget;
            answer.limit = Limit::Time;
        } else if (end.how == ProgramEnd::How::Exited && end.out.find("bad_alloc") != std::string::npos) {
            answer.status = Answer::Status::OutOfBudget;
            answer.limit = Limit::Memory;
        } else if (end.how == ProgramEnd::How::Exited && end.code == 0) {
            read(end.out, answer);
        }
        return answer;
    }

    // One of three words on a line of its own is an answer, and nothing else is.
    static void read(const std::string& out, Answer& answer) {
        if (out == "unsat\n") {
            answer.status = Answer::Status::Proved;
            answer.reason.clear();
        } else if (out == "sat\n") {
            answer.status = Answer::Status::Disproved;
            answer.reason = "sat";
        } else if (out == "unknown\n") {
            answer.status = Answer::Status::Unknown;
            answer.reason = "unknown";
        }
    }

    std::string program_;
    std::string name_;
};

} // namespace

std::unique_ptr<const Prover> cvc5_prover(const std::string& program) {
    const ProgramEnd end = run_program({program, "--version"}, "", kLimitsOfVersion);
    if (end.how == ProgramEnd::How::NotStarted && end.code == ENOENT) {
        throw support::InputError(
            fmt::format("there is no program {} (Debian has it in the package cvc5: apt-get install cvc5)", program));
    }
    const std::string line = first_line(end.out);
    const std::size_t name = line.find("cvc5 version ");
    if (end.how != ProgramEnd::How::Exited || end.code != 0 || name == std::string::npos) {
        throw support::InputError(
            fmt::format("{} does not say which version of cvc5 it is: {}", program, how_it_ended(end)));
    }
    std::string version = line.substr(name + std::strlen("cvc5 version "));
    version = version.substr(0, version.find_first_of(" ["));
    return std::make_unique<const Cvc5Prover>(program, "cvc5 " + version);
}

} // namespace daphnia::solver
