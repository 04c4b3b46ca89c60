# With a cache everything is as it is without: some random edits, of which cache_edits.py makes as many as one wants.
add_test(NAME cache_edits COMMAND python3 ${CMAKE_CURRENT_LIST_DIR}/cache_edits.py --daphnia $<TARGET_FILE:daphnia>
         --edits 40 --batch 20)
set_tests_properties(cache_edits PROPERTIES TIMEOUT 300)
