// Whole tasks that were done before: what one has said is kept for later runs of the same program.
#pragma once

#include "verify/task.h"

#include <functional>

namespace daphnia::verify {

// Tells the listener what the same task has said in an earlier run, or runs it and keeps what it says, if it would say
// so each time. Neither is for tasks with a second prover, which is asked each time. With settings that ask for a
// recheck the task runs in any case; InternalError when it says something else then.
//
// `run` tells the listener that it is given.
void repeat_or_run(const Task& task, const TaskOptions& options, const Provers& provers, TaskListener& listener,
                   const std::function<void(TaskListener&)>& run);

} // namespace daphnia::verify
