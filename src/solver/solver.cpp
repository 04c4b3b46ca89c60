// Asks Z3 whether hypotheses imply a goal, within a budget.
#include "solver/solver.h"

#include "solver/z3_context.h"
#include "support/processor_time.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <fstream>
#include <limits>
#include <mutex>
#include <system_error>
#include <thread>

#include <sys/resource.h>
#include <unistd.h>

namespace daphnia::solver {

using logic::Term;

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::uint64_t kMostResources = std::numeric_limits<unsigned>::max();

// Interrupts a context when its processor time is up (a busy machine makes nothing time out), and again until it is
// stopped, as Z3 drops what comes too early. Z3's own timer is not used: it keeps threads, which a forked process would
// wait for in vain.
class Watchdog {
  public:
    Watchdog(Z3_context context, std::uint32_t milliseconds) {
        if (milliseconds > 0) {
            thread_ = std::thread([this, context, milliseconds] { watch(context, milliseconds); });
        }
    }
    ~Watchdog() { stop(); }
    Watchdog(const Watchdog&) = delete;
    Watchdog& operator=(const Watchdog&) = delete;

    // Whether the time was up before.
    bool stop() {
        if (thread_.joinable()) {
            {
                std::lock_guard lock(mutex_);
                stopped_ = true;
            }
            wake_.notify_all();
            thread_.join();
        }
        return fired_;
    }

  private:
    void watch(Z3_context context, std::uint32_t milliseconds) {
        std::unique_lock lock(mutex_);
        constexpr std::chrono::milliseconds kShortest(10);
        const auto end = support::processor_time() + std::chrono::milliseconds(milliseconds);
        auto wait = std::chrono::milliseconds(milliseconds);
        while (!wake_.wait_for(lock, wait, [this] { return stopped_; })) {
            const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - support::processor_time());
            wait = std::max(left, kShortest);
            if (left.count() <= 0) {
                fired_ = true;
                Z3_interrupt(context);
            }
        }
    }

    std::mutex mutex_;
    std::condition_variable wake_;
    bool stopped_ = false;
    bool fired_ = false;
    std::thread thread_;
};

// A context, what was translated in it, and its only solver object.
class Session {
  public:
    Session(const Budget& budget, const Options& options)
        : context_(options, budget.memory_mb), translate_(context_, options),
          // Not Z3_mk_solver: without push that one runs tactics, and these turn proofs into "unknown".
          solver_(context_.checked(Z3_mk_simple_solver(context_.get()))) {
        Z3_solver_inc_ref(context_.get(), solver_);
        set_limits(budget);
    }

    ~Session() {
        if (model_ != nullptr) {
            Z3_model_dec_ref(context_.get(), model_);
        }
        Z3_solver_dec_ref(context_.get(), solver_);
    }
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    Z3_context context() const { return context_.get(); }

    void add(Term term) {
        Z3_ast fact = translate_(term);
        Z3_solver_assert(context_.get(), solver_, fact);
        context_.check();
    }

    void add_negated(Term term) {
        Z3_ast fact = translate_(term);
        Z3_solver_assert(context_.get(), solver_, context_.checked(Z3_mk_not(context_.get(), fact)));
        context_.check();
    }

    Z3_lbool check() {
        Z3_lbool result = Z3_solver_check(context_.get(), solver_);
        context_.check();
        return result;
    }

    std::string reason() const { return Z3_solver_get_reason_unknown(context_.get(), solver_); }

    std::uint64_t resources() const {
        Z3_stats statistics = Z3_solver_get_statistics(context_.get(), solver_);
        Z3_stats_inc_ref(context_.get(), statistics);
        std::uint64_t result = 0;
        for (unsigned i = 0; i < Z3_stats_size(context_.get(), statistics); ++i) {
            if (std::string_view(Z3_stats_get_key(context_.get(), statistics, i)) == "rlimit count" &&
                Z3_stats_is_uint(context_.get(), statistics, i)) {
                result = Z3_stats_get_uint_value(context_.get(), statistics, i);
            }
        }
        Z3_stats_dec_ref(context_.get(), statistics);
        return result;
    }

    bool keep_model() {
        model_ = Z3_solver_get_model(context_.get(), solver_);
        if (Z3_get_error_code(context_.get()) != Z3_OK) {
            model_ = nullptr;
        }
        if (model_ != nullptr) {
            Z3_model_inc_ref(context_.get(), model_);
        }
        return model_ != nullptr;
    }

    // Null when Z3 does not say.
    Z3_ast value(Term term) {
        Z3_ast expression = translate_(term);
        Z3_ast result = nullptr;
        bool evaluated = Z3_model_eval(context_.get(), model_, expression, true, &result);
        return evaluated && Z3_get_error_code(context_.get()) == Z3_OK ? result : nullptr;
    }

  private:
    void set_limits(const Budget& budget) {
        Z3_params params = Z3_mk_params(context_.get());
        Z3_params_inc_ref(context_.get(), params);
        auto set_bool = [&](const char* name, bool value) {
            Z3_params_set_bool(context_.get(), params, Z3_mk_string_symbol(context_.get(), name), value);
        };
        set_bool("ctrl_c", false); // signals are the business of the whole program
        if (budget.resources > 0) {
            Z3_params_set_uint(context_.get(), params, Z3_mk_string_symbol(context_.get(), "rlimit"),
                               static_cast<unsigned>(std::min(budget.resources, kMostResources)));
        }
        Z3_solver_set_params(context_.get(), solver_, params);
        Z3_params_dec_ref(context_.get(), params);
        context_.check();
    }

    Context context_;
    Translator translate_;
    Z3_solver solver_;
    Z3_model model_ = nullptr;
};

class Z3Model final : public CandidateModel {
  public:
    explicit Z3Model(std::shared_ptr<Session> session) : session_(std::move(session)) {}

    std::optional<bool> boolean(Term term) override {
        Z3_ast result = term->sort->kind == logic::SortKind::Bool ? evaluate(term) : nullptr;
        Z3_lbool truth = result == nullptr ? Z3_L_UNDEF : Z3_get_bool_value(session_->context(), result);
        return truth == Z3_L_UNDEF ? std::nullopt : std::optional(truth == Z3_L_TRUE);
    }

    std::optional<support::Integer> integer(Term term) override {
        Z3_ast result = evaluate(term);
        if (result == nullptr || !Z3_is_numeral_ast(session_->context(), result)) {
            return std::nullopt;
        }
        support::Integer value;
        bool read = value.set_str(Z3_get_numeral_string(session_->context(), result), 10) == 0;
        return read ? std::optional(value) : std::nullopt;
    }

    std::optional<support::Rational> real(Term term) override {
        Z3_ast result = evaluate(term);
        if (result == nullptr || !Z3_is_numeral_ast(session_->context(), result)) {
            return std::nullopt;
        }
        support::Rational value; // written as 1/3
        if (value.set_str(Z3_get_numeral_string(session_->context(), result), 10) != 0 || value.get_den() == 0) {
            return std::nullopt;
        }
        value.canonicalize();
        return value;
    }

    std::string text(Term term) override {
        Z3_ast result = evaluate(term);
        return result == nullptr ? "" : Z3_ast_to_string(session_->context(), result);
    }

  private:
    Z3_ast evaluate(Term term) {
        try {
            return session_->value(term);
        } catch (const Z3Failure&) {
            return nullptr;
        }
    }

    std::shared_ptr<Session> session_;
};

bool names_memory(const std::string& reason) {
    const auto has = [&](const char* word) { return reason.find(word) != std::string::npos; };
    return has("memory") || has("bad_alloc") || has("memout");
}

// Whether most of the address space that the process may have is taken: then Z3, refused some memory, says just
// "unknown", or fails in any other way.
bool is_short_of_memory() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) {
        return false;
    }
    std::uint64_t pages = 0;
    std::ifstream("/proc/self/statm") >> pages;
    return pages * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE)) >= limit.rlim_cur / 4 * 3;
}

// The limit that ended a check without an answer, if one did. Z3 says so in many words, among them just "unknown" and
// those of whatever it was doing, so what it has spent counts for more than what it says.
std::optional<Answer::Limit> limit_reached(const std::string& reason, std::uint64_t spent, bool late,
                                           const Budget& budget) {
    const auto has = [&](const char* word) { return reason.find(word) != std::string::npos; };
    if (budget.resources != 0 && spent >= std::min<std::uint64_t>(budget.resources, kMostResources)) {
        return Answer::Limit::Resources;
    }
    const std::uint64_t bytes = std::uint64_t{budget.memory_mb} << 20U;
    if (names_memory(reason) || (bytes != 0 && Z3_get_estimated_alloc_size() >= bytes) ||
        (reason == "unknown" && is_short_of_memory())) {
        return Answer::Limit::Memory;
    }
    if (late || has("timeout")) {
        return Answer::Limit::Time;
    }
    return has("resource") || has("cancel") || has("interrupt") ? std::optional(Answer::Limit::Resources)
                                                                : std::nullopt;
}

std::vector<const logic::Axiom*> in_order(std::vector<const logic::Axiom*> axioms, std::uint32_t renaming) {
    if (renaming != 0) {
        std::stable_sort(axioms.begin(), axioms.end(), [&](const logic::Axiom* a, const logic::Axiom* b) {
            return scrambled(renaming, a->name) < scrambled(renaming, b->name);
        });
    }
    return axioms;
}

void ask(const Query& query, const Budget& budget, const Options& options, Answer& answer) {
    auto session = std::make_shared<Session>(budget, options);
    for (const logic::Axiom* axiom : in_order(query.axioms, options.renaming)) {
        session->add(axiom->formula);
    }
    for (Term hypothesis : query.hypotheses) {
        session->add(hypothesis);
    }
    session->add_negated(query.goal);
    const std::uint64_t before = session->resources();
    Watchdog watchdog(session->context(), budget.milliseconds);
    Z3_lbool result = session->check();
    bool late = watchdog.stop();
    answer.resources_used = session->resources();
    if (result == Z3_L_FALSE) {
        answer.status = Answer::Status::Proved;
        return;
    }
    answer.reason = result == Z3_L_TRUE ? "satisfiable" : session->reason();
    const auto limit = result == Z3_L_UNDEF ? limit_reached(answer.reason, answer.resources_used - before, late, budget)
                                            : std::nullopt;
    if (limit) {
        answer.status = Answer::Status::OutOfBudget;
        answer.limit = *limit;
    } else if (session->keep_model()) {
        answer.status = Answer::Status::CounterModel;
        answer.model = std::make_shared<Z3Model>(session);
    }
}

} // namespace

Answer prove(const Query& query, const Budget& budget, const Options& options) {
    Answer answer;
    auto start = Clock::now();
    if (is_trivial(query)) {
        answer.status = Answer::Status::Proved;
    } else {
        try {
            ask(query, budget, options, answer);
        } catch (const Z3Failure& failure) {
            answer = Answer{};
            answer.reason = failure.what();
            const auto limit = limit_reached(answer.reason, 0, false, budget);
            if (limit || is_short_of_memory()) {
                answer.status = Answer::Status::OutOfBudget;
                answer.limit = limit.value_or(Answer::Limit::Memory);
            }
        } catch (const std::system_error& error) { // no thread for the clock, which needs memory of its own
            answer = Answer{};
            answer.reason = error.what();
            answer.status = Answer::Status::OutOfBudget;
            answer.limit = Answer::Limit::Memory;
        }
    }
    answer.seconds = std::chrono::duration<double>(Clock::now() - start).count();
    return answer;
}

std::string version() {
    unsigned major = 0;
    unsigned minor = 0;
    unsigned build = 0;
    unsigned revision = 0;
    Z3_get_version(&major, &minor, &build, &revision);
    return fmt::format("Z3 {}.{}.{}", major, minor, build);
}

} // namespace daphnia::solver
