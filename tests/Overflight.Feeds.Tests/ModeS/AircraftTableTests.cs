using System.Runtime.CompilerServices;
using Overflight.Feeds.ModeS;

namespace Overflight.Feeds.Tests.ModeS;

public sealed class AircraftTableTests
{
    [Fact]
    public void It_holds_what_a_dictionary_holds_until_aircraft_are_long_unheard()
    {
        var table = new AircraftTable(new WaitingCodes());
        var oracle = new Dictionary<uint, long>();
        var random = new Random(1);
        for (var now = 0L; now < 200_000; now++)
        {
            var key = (uint)random.Next(20_000) * 4_099 % (1 << 24);
            table.FindOrAdd(key, now).LastHeard = now;
            oracle[key] = now;
        }
        Assert.Equal(oracle.Count, table.Count);
        foreach (var (key, heard) in oracle)
            Assert.Equal(heard, table.Find(key).LastHeard);
        Assert.True(Unsafe.IsNullRef(ref table.Find(0xFFFFFF)));
    }

    [Fact]
    public void It_never_grows_beyond_its_bound_and_forgets_the_longest_unheard()
    {
        var table = new AircraftTable(new WaitingCodes(), 4096);
        for (uint key = 0; key < 100_000; key++)
        {
            table.FindOrAdd(key, key).LastHeard = key;
            Assert.True(table.Count <= 3_073);
        }
        for (uint key = 98_000; key < 100_000; key++)
            Assert.Equal(key, table.Find(key).LastHeard);
    }

    [Fact]
    public void Aircraft_unheard_for_ten_minutes_make_room_before_it_grows()
    {
        var table = new AircraftTable(new WaitingCodes());
        for (uint key = 0; key < 767; key++)
            table.FindOrAdd(key, 0).LastHeard = 0;
        for (uint key = 1_000; key < 1_010; key++)
            table.FindOrAdd(key, AircraftTable.LifetimeMicroseconds + 1).LastHeard = AircraftTable.LifetimeMicroseconds + 1;
        Assert.Equal(10, table.Count);
    }
}
