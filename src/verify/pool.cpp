#include "verify/pool.h"

#include "support/error.h"
#include "support/match.h"
#include "verify/worker.h"

#include <poll.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <memory>

namespace daphnia::verify {

namespace {

using Clock = std::chrono::steady_clock;

// A worker makes its solver's memory first, which takes as long as many a small task. So one begins, and the others
// follow when there is still something to do after this time.
constexpr std::chrono::milliseconds kPatience(20);

// Tells the observer what a message says; true when it ends the job.
struct Deliver {
    JobObserver& observer;

    bool operator()(const AnnounceMessage& message) const {
        observer.announce(message.obligations);
        return false;
    }
    bool operator()(const SpentMessage& message) const {
        observer.spent(message.resources, message.seconds);
        return false;
    }
    bool operator()(const AnswerMessage& message) const {
        observer.answer(message.answer);
        return false;
    }
    bool operator()(const ExplainMessage& message) const {
        observer.explain(message.obligation, message.finding);
        return false;
    }
    bool operator()(const VacuousMessage& message) const {
        observer.vacuous(message.vacuity);
        return false;
    }
    bool operator()(const OpinionMessage& message) const {
        observer.second_opinion(message.obligation, message.opinion);
        return false;
    }
    bool operator()(const DoneMessage&) const {
        observer.end({});
        return true;
    }
    bool operator()(const StoppedMessage& message) const {
        observer.end({message.limit, {}});
        return true;
    }
    bool operator()(const FailedMessage& message) const {
        observer.end({Limit::None, message.what});
        return true;
    }
};

// A worker and what it is doing.
struct Seat {
    std::unique_ptr<Worker> worker;
    MessageReader reader{nullptr};
    std::size_t job = 0;
    bool busy = false;
    bool watched = false; // has a deadline
    Clock::time_point deadline;
};

class Pool {
  public:
    Pool(const std::vector<Job>& jobs, const PoolOptions& options, JobObserver& observer)
        : jobs_(jobs), options_(options), observer_(observer),
          seats_(std::min<std::size_t>(options.workers, jobs.size())) {}

    void run() {
        assign(seats_.front());
        others_begin_ = Clock::now() + kPatience;
        while (std::any_of(seats_.begin(), seats_.end(), [](const Seat& seat) { return seat.busy; })) {
            wait();
        }
    }

  private:
    // Gives the seat its next job, and a worker if it has none.
    void assign(Seat& seat) {
        seat.busy = false;
        if (next_ == jobs_.size()) {
            seat.worker.reset();
            return;
        }
        if (seat.worker == nullptr) {
            std::vector<const Worker*> others;
            for (const Seat& other : seats_) {
                if (other.worker != nullptr) {
                    others.push_back(other.worker.get());
                }
            }
            seat.worker = std::make_unique<Worker>(jobs_, options_.memory_mb, others);
            seat.reader = MessageReader(nullptr);
        }
        seat.job = next_++;
        seat.busy = true;
        seat.reader.reset(jobs_[seat.job].files);
        seat.worker->start(seat.job);
        extend_deadline(seat);
    }

    void extend_deadline(Seat& seat) {
        const std::uint32_t seconds = jobs_[seat.job].silence_seconds;
        seat.watched = seconds != 0;
        seat.deadline = Clock::now() + std::chrono::seconds(seconds);
    }

    bool others_wait() const { return !others_began_ && next_ < jobs_.size(); }

    void begin_others() {
        others_began_ = true;
        for (Seat& seat : seats_) {
            if (!seat.busy) {
                assign(seat);
            }
        }
    }

    void wait() {
        std::vector<pollfd> polled;
        std::vector<Seat*> waiting;
        int timeout = -1;
        const auto wake_at = [&](Clock::time_point time) {
            const auto left = std::chrono::ceil<std::chrono::milliseconds>(time - Clock::now()).count();
            const int wanted = static_cast<int>(std::clamp<long long>(left, 0, 1'000'000));
            timeout = timeout < 0 ? wanted : std::min(timeout, wanted);
        };
        if (others_wait()) {
            wake_at(others_begin_);
        }
        for (Seat& seat : seats_) {
            if (!seat.busy) {
                continue;
            }
            polled.push_back({seat.worker->socket(), POLLIN, 0});
            waiting.push_back(&seat);
            if (seat.watched) {
                wake_at(seat.deadline);
            }
        }
        const int ready = ::poll(polled.data(), polled.size(), timeout);
        if (ready < 0 && errno != EINTR) {
            throw support::InternalError(std::string("poll failed: ") + std::strerror(errno));
        }
        for (std::size_t i = 0; i < waiting.size(); ++i) {
            if (ready > 0 && polled[i].revents != 0) {
                receive(*waiting[i]);
            } else if (waiting[i]->watched && Clock::now() >= waiting[i]->deadline) {
                lose(*waiting[i], Limit::Time);
            }
        }
        if (others_wait() && Clock::now() >= others_begin_) {
            begin_others();
        }
    }

    void receive(Seat& seat) {
        const std::optional<std::string> bytes = seat.worker->read();
        if (!bytes) {
            lose(seat, Limit::Crash);
            return;
        }
        seat.reader.add(*bytes);
        extend_deadline(seat);
        while (std::optional<Message> message = seat.reader.next()) {
            observer_.select(seat.job);
            if (support::match(*message, Deliver{observer_})) {
                if (std::holds_alternative<StoppedMessage>(*message)) {
                    seat.worker.reset();
                }
                assign(seat);
                return; // a worker says nothing after the end of its job
            }
        }
    }

    void lose(Seat& seat, Limit reason) {
        seat.worker.reset();
        observer_.select(seat.job);
        observer_.end({reason, {}});
        assign(seat);
    }

    const std::vector<Job>& jobs_;
    const PoolOptions& options_;
    JobObserver& observer_;
    std::vector<Seat> seats_;
    std::size_t next_ = 0;
    bool others_began_ = false; // those behind the first seat
    Clock::time_point others_begin_;
};

} // namespace

void run_jobs(const std::vector<Job>& jobs, const PoolOptions& options, JobObserver& observer) {
    DAPHNIA_CHECK(options.workers > 0, "a pool needs a worker");
    Pool(jobs, options, observer).run();
}

} // namespace daphnia::verify
