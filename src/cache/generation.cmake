# The digest of all that stands between a query and the answer that is stored: made anew when one of these files changes.
file(GLOB generation_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/solver/*.cpp ${PROJECT_SOURCE_DIR}/src/solver/*.h)
foreach(name IN ITEMS key entry model)
  list(APPEND generation_sources ${CMAKE_CURRENT_LIST_DIR}/${name}.h ${CMAKE_CURRENT_LIST_DIR}/${name}.cpp)
endforeach()
list(APPEND generation_sources ${PROJECT_SOURCE_DIR}/src/logic/term_kinds.def)
# A second one is of all sources, for what is kept of whole declarations.
file(GLOB_RECURSE all_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/* ${PROJECT_SOURCE_DIR}/grammar/*)
set(generation_cpp ${PROJECT_BINARY_DIR}/generated/cache_generation.cpp)
add_custom_command(
  OUTPUT ${generation_cpp}
  COMMAND ${CMAKE_COMMAND} -DOUTPUT=${generation_cpp} -DROOT=${PROJECT_SOURCE_DIR} "-DSOURCES=${generation_sources}"
          -P ${CMAKE_CURRENT_LIST_DIR}/digest_sources.cmake
  DEPENDS ${all_sources} ${CMAKE_CURRENT_LIST_DIR}/digest_sources.cmake
  VERBATIM)
target_sources(daphnia_cache PRIVATE ${generation_cpp})
