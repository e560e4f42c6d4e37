using System.Text;
using Overflight.Sorties.Aircraft;
using Overflight.Testing;

namespace Overflight.Sorties.Tests;

public sealed class AircraftTypeTests
{
    private static string Json(string id) => File.ReadAllText(Path.Combine(Repository.Root, "data", "aircraft", id + ".json"));

    private static AircraftType Read(string json, Func<string, bool>? isWeapon = null) => AircraftTypes.Read(Encoding.UTF8.GetBytes(json), "user.json", isWeapon);

    [Fact]
    public void The_types_of_the_issue_are_there_and_every_figure_says_what_it_rests_on()
    {
        Assert.Equal(["heron", "mq-4c", "mq-9a", "mq-9b", "scaneagle", "small-fixed-wing", "tb2"], AircraftTypes.BuiltIn.Select(t => t.Id));
        Assert.Contains("mq-9a", Assert.Throws<InvalidDataException>(() => AircraftTypes.Find("x")).Message, StringComparison.Ordinal);
        Assert.Contains("calibrated to", AircraftTypes.Find("mq-9a").Aerodynamics.ZeroLiftDragCoefficient.Basis, StringComparison.Ordinal);
        Assert.Contains("source", AircraftTypes.Find("mq-9a").Masses.EmptyKilograms.Basis, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"calibratedTo\": \"the middle", "\"calibrated\": \"the middle", "calibrated")]
    [InlineData("\"value\": 9144,", "\"value\": -1,", "limits.ceilingMetres")]
    [InlineData("\"value\": 1250,", "\"value\": 100,", "masses.maximumTakeOffKilograms")]
    [InlineData("\"value\": 0.78,", "\"value\": 1.5,", "propulsion.propellerEfficiency")]
    [InlineData("\"kind\": \"propeller\"", "\"kind\": \"rocket\"", "rocket")]
    [InlineData("\"id\": \"heron\",", "\"id\": \"heron\", \"weapons\": [],", "weapons")]
    [InlineData("\"id\": \"heron\",", "", "id")]
    [InlineData("\"kind\": \"enduranceHours\"", "\"kind\": \"endurance\"", "published[0].kind")]
    [InlineData("\"value\": 16.6,", "\"value\": 16.6, \"generic\": \"twice\",", "aerodynamics.spanMetres")]
    public void A_fault_is_named_with_file_and_field(string text, string other, string named)
    {
        var json = Json("heron");
        Assert.Contains(text, json, StringComparison.Ordinal);
        var error = Assert.Throws<InvalidDataException>(() => Read(json.Replace(text, other, StringComparison.Ordinal)));
        Assert.StartsWith("user.json: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sensor_whose_name_names_a_weapon_is_refused_by_the_callers_rule()
    {
        var json = Json("heron").Replace("maritime radar", "glide bomb", StringComparison.Ordinal);
        var error = Assert.Throws<InvalidDataException>(() => Read(json, name => name.Contains("bomb", StringComparison.Ordinal)));
        Assert.Contains("sensors[1].name", error.Message, StringComparison.Ordinal);
        Assert.Equal("heron", Read(Json("heron"), name => name.Contains("bomb", StringComparison.Ordinal)).Id);
    }
}
