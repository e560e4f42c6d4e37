cd /work/wt-prove; dotnet build tests/Overflight.Airspace.Tests -c Release -v quiet 2>&1 | grep -E "error|Elapsed" | sort -u | head -20; cd tests/Overflight.Airspace.Tests
./bin/Release/net10.0/Overflight.Airspace.Tests --filter-method "$1" --show-live-output on 2>&1 | cut -c1-900| grep -v "^ *at" | tail -${2:-30}; date
