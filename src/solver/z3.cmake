# Z3 is known to the solver folder alone: its headers and library do not reach those who use it.
if(NOT TARGET daphnia_solver)
  message(FATAL_ERROR "src/solver/z3.cmake is included after the libraries are defined")
endif()
get_target_property(solver_type daphnia_solver TYPE)
if(NOT solver_type STREQUAL "INTERFACE_LIBRARY")
  target_link_libraries(daphnia_solver PRIVATE ${Z3_LIBRARY})
endif()
