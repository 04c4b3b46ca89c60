#include "verify/scrutiny.h"

#include "encode/encode.h"
#include "verify/contradictions.h"
#include "verify/questions.h"
#include "verify/redundancies.h"

namespace daphnia::verify {

// The declaration is encoded once more, with its premises named and its branches marked: so what is asked to prove it
// is the same with and without these warnings.
void scrutinise(const Task& task, const TaskOptions& options, const Provers& provers, TaskListener& listener) {
    logic::TermStore store;
    const ivl::Program program =
        encode::encode(*task.context, *task.declaration, store, nullptr, encode::Detail::Premises);
    const auto tell = [&](const std::vector<Warning>& found) {
        for (const Warning& warning : found) {
            listener.warn(warning);
        }
    };
    if (options.scrutiny.contradictory) {
        Questions questions(program, provers, options.limits, listener);
        tell(contradictions(questions));
    }
    if (options.scrutiny.redundant) {
        Questions questions(program, provers, options.limits, listener);
        tell(redundancies(task, questions));
    }
}

} // namespace daphnia::verify
