using Overflight.Planning.Plans;
using Overflight.Sorties.Aircraft;

namespace Overflight.Planning.Tests;

public class TypePerformanceTests
{
    public static TheoryData<string> Types => [.. AircraftTypes.BuiltIn.Select(t => t.Id)];

    [Theory, MemberData(nameof(Types))]
    public void Every_type_can_be_planned_with_at_half_its_ceiling(string id)
    {
        var type = AircraftTypes.Find(id);
        var able = TypePerformance.Of(Ask.Aircraft() with { Type = type.Name, AltitudeMetres = type.Limits.CeilingMetres.Value / 2 });

        Assert.True(able.LoiterMetresPerSecond <= able.TransitMetresPerSecond + 1 && able.TransitMetresPerSecond <= type.Limits.MaximumTrueAirspeedMetresPerSecond.Value);
        Assert.True(able.LoiterKilogramsPerHour > 0 && able.LoiterKilogramsPerHour <= able.TransitKilogramsPerHour);
        Assert.True(able.FuelKilograms > 0 && able.FuelKilograms <= type.Masses.FuelCapacityKilograms.Value);
        Assert.True(able.ClimbMetresPerSecond > 0);
    }

    /// <summary>shared/aircraft: a loiter at 20,000 ft begins with 86 kg an hour and lasts 27 h.</summary>
    [Fact]
    public void An_MQ_9A_burns_what_is_known_of_it()
    {
        var able = TypePerformance.Of(AircraftTypes.Find("mq-9a"), 6_096);

        Assert.InRange(able.LoiterKilogramsPerHour, 60, 100);
        Assert.InRange(able.LoiterMetresPerSecond, 55, 85);
    }

    [Fact]
    public void What_is_not_there_or_does_not_fly_there_is_refused()
    {
        Assert.Contains("there is no type \"MQ-99\"; there are", Assert.Throws<InvalidDataException>(() => TypePerformance.Of(Ask.Aircraft() with { Type = "MQ-99" })).Message, StringComparison.Ordinal);
        Assert.Contains("flies no higher than", Assert.Throws<InvalidDataException>(() => TypePerformance.Of(Ask.Aircraft() with { AltitudeMetres = 20_000 })).Message, StringComparison.Ordinal);
    }
}
