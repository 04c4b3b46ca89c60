// What a proof was made from, once there is one: whether it says anything, and whether all that it takes as given is
// needed.
#pragma once

#include "verify/task.h"

namespace daphnia::verify {

// Tells the listener what there is to warn of in a declaration that is proved, as far as the options ask for it.
void scrutinise(const Task& task, const TaskOptions& options, const Provers& provers, TaskListener& listener);

} // namespace daphnia::verify
