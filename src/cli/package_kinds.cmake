# Read by cpack for each kind of package: what goes into it.
set(CPACK_INSTALL_CMAKE_PROJECTS "${CPACK_DAPHNIA_BUILD};daphnia;program;/")
if(CPACK_GENERATOR STREQUAL "DEB")
  set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
else()
  list(APPEND CPACK_INSTALL_CMAKE_PROJECTS "${CPACK_DAPHNIA_BUILD};daphnia;bundled;/")
endif()
