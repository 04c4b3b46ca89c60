# Z3 is known to the solver folder alone: its headers and library do not reach those who use it.
target_link_libraries(daphnia_solver PRIVATE ${Z3_LIBRARY})
