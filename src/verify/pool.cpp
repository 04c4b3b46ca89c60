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
    bool operator()(const WarnMessage& message) const {
        observer.warn(message.warning);
        return false;
    }
    bool operator()(const CacheMessage& message) const {
        observer.cache_used(message.usage);
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

} // namespace

class Pool::Impl {
  public:
    Impl(std::vector<Job> jobs, const PoolOptions& options, JobObserver& observer)
        : jobs_(std::move(jobs)), options_(options), observer_(observer), states_(jobs_.size(), State::Waiting),
          seats_(std::min<std::size_t>(options.workers, jobs_.size())) {}

    bool is_done() const {
        return next_waiting() == jobs_.size() &&
               std::none_of(seats_.begin(), seats_.end(), [](const Seat& seat) { return seat.busy; });
    }

    std::vector<int> file_descriptors() const {
        std::vector<int> result;
        for (const Seat& seat : seats_) {
            if (seat.busy) {
                result.push_back(seat.worker->socket());
            }
        }
        return result;
    }

    std::optional<std::chrono::milliseconds> patience() const {
        std::optional<Clock::time_point> first;
        const auto wake_at = [&](Clock::time_point time) { first = first ? std::min(*first, time) : time; };
        if (!began_ && !is_done()) {
            wake_at(Clock::now());
        }
        if (others_wait()) {
            wake_at(others_begin_);
        }
        for (const Seat& seat : seats_) {
            if (seat.busy && seat.watched) {
                wake_at(seat.deadline);
            }
        }
        if (!first) {
            return std::nullopt;
        }
        return std::max(std::chrono::milliseconds(0),
                        std::chrono::ceil<std::chrono::milliseconds>(*first - Clock::now()));
    }

    void step() {
        const Busy busy(*this);
        if (!began_ && !seats_.empty()) {
            began_ = true;
            others_begin_ = Clock::now() + kPatience;
            assign(seats_.front());
        }
        for (Seat& seat : seats_) {
            if (seat.busy) {
                receive(seat);
            }
        }
        if (others_wait() && Clock::now() >= others_begin_) {
            others_began_ = true;
            fill_seats();
        }
    }

    void cancel(std::size_t job) {
        const Busy busy(*this);
        DAPHNIA_CHECK(job < jobs_.size(), "a job that there is not");
        if (states_[job] == State::Ended) {
            return;
        }
        const auto seat =
            std::find_if(seats_.begin(), seats_.end(), [&](const Seat& each) { return each.busy && each.job == job; });
        states_[job] = State::Ended;
        if (seat != seats_.end()) {
            seat->worker.reset();
            seat->busy = false;
        }
        observer_.select(job);
        observer_.cancelled();
        if (next_waiting() == jobs_.size()) {
            release_idle();
        } else if (seat != seats_.end()) {
            assign(*seat);
        }
    }

  private:
    // How far a job is.
    enum class State : std::uint8_t { Waiting, Running, Ended };

    // A worker and what it is doing.
    struct Seat {
        std::unique_ptr<Worker> worker;
        MessageReader reader{nullptr};
        std::size_t job = 0;
        bool busy = false;
        bool watched = false; // has a deadline
        Clock::time_point deadline;
    };

    // The observer must not step or cancel while it is called.
    class Busy {
      public:
        explicit Busy(Impl& pool) : pool_(pool) {
            DAPHNIA_CHECK(!pool_.busy_, "a pool is used by its own observer");
            pool_.busy_ = true;
        }
        ~Busy() { pool_.busy_ = false; }
        Busy(const Busy&) = delete;
        Busy& operator=(const Busy&) = delete;

      private:
        Impl& pool_;
    };

    std::size_t next_waiting() const {
        return static_cast<std::size_t>(std::find(states_.begin(), states_.end(), State::Waiting) - states_.begin());
    }

    // Gives the seat its next job, and a worker if it has none.
    void assign(Seat& seat) {
        seat.busy = false;
        const std::size_t next = next_waiting();
        if (next == jobs_.size()) {
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
            seat.worker = std::make_unique<Worker>(jobs_, options_, others);
            seat.reader = MessageReader(nullptr);
        }
        seat.job = next;
        seat.busy = true;
        states_[next] = State::Running;
        seat.reader.reset(jobs_[seat.job].files);
        seat.worker->start(seat.job);
        extend_deadline(seat);
        observer_.select(next);
        observer_.started();
    }

    void extend_deadline(Seat& seat) {
        const std::uint32_t seconds = jobs_[seat.job].silence_seconds;
        seat.watched = seconds != 0;
        seat.deadline = Clock::now() + std::chrono::seconds(seconds);
    }

    bool others_wait() const { return began_ && !others_began_ && next_waiting() < jobs_.size(); }

    void fill_seats() {
        for (Seat& seat : seats_) {
            if (!seat.busy) {
                assign(seat);
            }
        }
    }

    void release_idle() {
        for (Seat& seat : seats_) {
            if (!seat.busy) {
                seat.worker.reset();
            }
        }
    }

    void receive(Seat& seat) {
        const Worker::Said said = seat.worker->read();
        if (said.ended) {
            lose(seat, Limit::Crash);
            return;
        }
        if (said.bytes.empty()) {
            if (seat.watched && Clock::now() >= seat.deadline) {
                lose(seat, Limit::Time);
            }
            return;
        }
        seat.reader.add(said.bytes);
        extend_deadline(seat);
        while (std::optional<Message> message = seat.reader.next()) {
            observer_.select(seat.job);
            if (support::match(*message, Deliver{observer_})) {
                states_[seat.job] = State::Ended;
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
        states_[seat.job] = State::Ended;
        observer_.select(seat.job);
        observer_.end({reason, {}});
        assign(seat);
    }

    const std::vector<Job> jobs_;
    const PoolOptions options_;
    JobObserver& observer_;
    std::vector<State> states_;
    std::vector<Seat> seats_;
    bool busy_ = false;
    bool began_ = false;
    bool others_began_ = false; // those behind the first seat
    Clock::time_point others_begin_;
};

Pool::Pool(std::vector<Job> jobs, const PoolOptions& options, JobObserver& observer) {
    DAPHNIA_CHECK(options.workers > 0, "a pool needs a worker");
    impl_ = std::make_unique<Impl>(std::move(jobs), options, observer);
}

Pool::~Pool() = default;

std::vector<int> Pool::file_descriptors() const {
    return impl_->file_descriptors();
}

std::optional<std::chrono::milliseconds> Pool::patience() const {
    return impl_->patience();
}

void Pool::step() {
    impl_->step();
}

void Pool::cancel(std::size_t job) {
    impl_->cancel(job);
}

bool Pool::is_done() const {
    return impl_->is_done();
}

void Pool::wait() const {
    std::vector<pollfd> polled;
    for (const int descriptor : file_descriptors()) {
        polled.push_back({descriptor, POLLIN, 0});
    }
    const std::optional<std::chrono::milliseconds> time = patience();
    if (is_done() || (polled.empty() && !time)) {
        return;
    }
    constexpr std::chrono::milliseconds kLongest(1'000'000);
    const int timeout = time ? static_cast<int>(std::min(*time, kLongest).count()) : -1;
    if (::poll(polled.data(), polled.size(), timeout) < 0 && errno != EINTR) {
        throw support::InternalError(std::string("poll failed: ") + std::strerror(errno));
    }
}

} // namespace daphnia::verify
