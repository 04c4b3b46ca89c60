#include "verify/record.h"

#include "cache/cache.h"
#include "cache/generation.h"
#include "cache/key.h"
#include "support/digest.h"
#include "support/error.h"
#include "verify/message.h"

#include <fmt/format.h>

#include <sys/resource.h>

#include <algorithm>
#include <bit>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace daphnia::verify {

namespace {

// All that is set, by name: a member that is added does not compile here before it is a part of the key.
std::string options_text(const TaskOptions& options) {
    const auto& [limits, isolate, refute, scrutiny] = options;
    const auto& [resources, seconds, memory] = limits;
    const auto& [steps, seed] = refute;
    const auto& [contradictory, redundant] = scrutiny;
    return fmt::format("{} {} {} {} {} {} {} {}\n", resources, seconds, memory, isolate, steps, seed, contradictory,
                       redundant);
}

// Each attempt that the prover may make, with its parameters.
std::string prover_text(const solver::Prover& prover) {
    using solver::Occasion;
    std::string result = prover.name() + "\n";
    for (const Occasion occasion : {Occasion::Together, Occasion::Alone, Occasion::LastResort, Occasion::Aside}) {
        for (const bool products : {false, true}) {
            const solver::Plan plan = prover.plan(occasion, products);
            result += fmt::format("{} {} {} {}\n", plan.attempts.size(), plan.together.resources,
                                  plan.together.milliseconds, plan.together.memory_mb);
            for (const solver::Attempt& attempt : plan.attempts) {
                const std::string parameters = prover.parameters(attempt);
                result += fmt::format("{} {}\n", parameters.size(), parameters) + cache::attempt_bytes(attempt);
            }
        }
    }
    return result;
}

// Records are bytes as this machine has them. How deep a run may go depends on the stack.
std::string machine_text() {
    rlimit stack{};
    const bool known = ::getrlimit(RLIMIT_STACK, &stack) == 0;
    return fmt::format("{} {} {}\n", std::endian::native == std::endian::little ? "little" : "big", sizeof(std::size_t),
                       known ? stack.rlim_cur : 0);
}

// Nothing for what is no declaration of the program.
std::optional<std::string> key_of(const Task& task, const TaskOptions& options, const solver::Prover& prover) {
    const std::vector<typed::Declaration>& all = task.context->program.declarations;
    const auto place =
        std::find_if(all.begin(), all.end(), [&](const typed::Declaration& each) { return &each == task.declaration; });
    if (place == all.end()) {
        return std::nullopt;
    }
    return support::sha256_hex(
        fmt::format("daphnia-task\n{}\n{}\n{}\n", cache::generation_of_all(), task.program, place - all.begin()) +
        options_text(options) + machine_text() + prover_text(prover));
}

// What a task has said. Nobody is asked when it is said again, and it takes no time.
struct Record {
    std::uint64_t questions = 0;
    std::uint64_t resources = 0;
    std::vector<Message> messages;
};

// Passes on what a task says, and remembers it.
class Recorder final : public TaskListener {
  public:
    explicit Recorder(TaskListener& told) : told_(told) {}

    Record& record() { return record_; }

    void announce(const std::vector<ivl::Origin>& obligations) override {
        told_.announce(obligations);
        record_.messages.emplace_back(AnnounceMessage{obligations});
    }
    void spent(std::uint64_t resources, double seconds) override {
        told_.spent(resources, seconds);
        record_.resources += resources;
    }
    void answer(const TaskAnswer& answer) override {
        told_.answer(answer);
        TaskAnswer kept = answer;
        kept.seconds = 0;
        kept.cached = true;
        record_.messages.emplace_back(AnswerMessage{kept});
    }
    void explain(std::size_t obligation, const refute::Finding& finding) override {
        told_.explain(obligation, finding);
        record_.messages.emplace_back(ExplainMessage{obligation, finding});
    }
    void vacuous(Vacuity vacuity) override {
        told_.vacuous(vacuity);
        record_.messages.emplace_back(VacuousMessage{vacuity});
    }
    void warn(const Warning& warning) override {
        told_.warn(warning);
        record_.messages.emplace_back(WarnMessage{warning});
    }
    void cache_used(const cache::Usage& usage) override { told_.cache_used(usage); }
    void second_opinion(std::size_t obligation, const SecondOpinion& opinion) override {
        told_.second_opinion(obligation, opinion);
    }

  private:
    TaskListener& told_;
    Record record_;
};

std::string write(const Record& record, const support::SourceFiles& files) {
    std::string result = encode_message(CacheMessage{{record.questions, 0, 0, true, {}}}, files) +
                         encode_message(SpentMessage{record.resources, 0}, files);
    for (const Message& message : record.messages) {
        result += encode_message(message, files);
    }
    return result;
}

// Whether a task may say this: all obligations once and first, then about these alone, and of each an answer.
bool makes_sense(const Record& record) {
    const auto* const announced =
        record.messages.empty() ? nullptr : std::get_if<AnnounceMessage>(&record.messages.front());
    if (announced == nullptr) {
        return false;
    }
    std::vector<bool> answered(announced->obligations.size(), false);
    for (std::size_t i = 1; i < record.messages.size(); ++i) {
        const Message& message = record.messages[i];
        if (const auto* const answer = std::get_if<AnswerMessage>(&message)) {
            const std::size_t first = answer->answer.first;
            const std::size_t count = answer->answer.count;
            if (first > answered.size() || count > answered.size() - first) {
                return false;
            }
            std::fill_n(answered.begin() + static_cast<std::ptrdiff_t>(first), count, true);
        } else if (const auto* const explained = std::get_if<ExplainMessage>(&message)) {
            if (explained->obligation >= answered.size()) {
                return false;
            }
        } else if (!std::holds_alternative<VacuousMessage>(message) && !std::holds_alternative<WarnMessage>(message)) {
            return false;
        }
    }
    return std::find(answered.begin(), answered.end(), false) == answered.end();
}

// Nothing when the bytes are anything else than what `write` makes.
std::optional<Record> read(std::string_view bytes, const support::SourceFiles& files) {
    try {
        MessageReader in(&files);
        in.add(bytes);
        Record record;
        const std::optional<Message> first = in.next();
        const std::optional<Message> second = in.next();
        const auto* const usage = first ? std::get_if<CacheMessage>(&*first) : nullptr;
        const auto* const spent = second ? std::get_if<SpentMessage>(&*second) : nullptr;
        if (usage == nullptr || spent == nullptr) {
            return std::nullopt;
        }
        record.questions = usage->usage.hits;
        record.resources = spent->resources;
        while (std::optional<Message> message = in.next()) {
            record.messages.push_back(std::move(*message));
        }
        in.reset(nullptr); // where something is left over, it was cut
        return makes_sense(record) ? std::optional(std::move(record)) : std::nullopt;
    } catch (const support::InternalError&) {
        return std::nullopt;
    }
}

struct Tell {
    TaskListener& listener;

    void operator()(const AnnounceMessage& message) const { listener.announce(message.obligations); }
    void operator()(const AnswerMessage& message) const { listener.answer(message.answer); }
    void operator()(const ExplainMessage& message) const { listener.explain(message.obligation, message.finding); }
    void operator()(const VacuousMessage& message) const { listener.vacuous(message.vacuity); }
    void operator()(const WarnMessage& message) const { listener.warn(message.warning); }
    template <typename Other>
    void operator()(const Other&) const {} // there are no others in a record
};

} // namespace

void repeat_or_run(const Task& task, const TaskOptions& options, const Provers& provers, TaskListener& listener,
                   const std::function<void(TaskListener&)>& run) {
    cache::Cache& cache = *provers.cache;
    const std::optional<std::string> key = key_of(task, options, provers.first);
    if (!key) {
        run(listener);
        return;
    }
    const bool rechecks = cache.settings().recheck_percent > 0;
    const std::optional<std::string> known = cache.find_record(*key);
    const std::optional<Record> record = known ? read(*known, *task.files) : std::nullopt;
    if (record && !rechecks) {
        cache.usage().hits += record->questions;
        for (const Message& message : record->messages) {
            std::visit(Tell{listener}, message);
        }
        listener.spent(record->resources, 0);
        return;
    }
    const std::uint64_t before = cache.usage().hits + cache.usage().misses;
    Recorder recorder(listener);
    run(recorder);
    if (!cache.usage().repeatable) {
        return;
    }
    recorder.record().questions = cache.usage().hits + cache.usage().misses - before;
    const std::string bytes = write(recorder.record(), *task.files);
    if (!record) {
        cache.keep_record(*key, bytes);
    } else if (bytes != *known) {
        throw support::InternalError("the cache has something else about this declaration than is found out now "
                                     "(daphnia cache clear removes it)");
    }
}

} // namespace daphnia::verify
