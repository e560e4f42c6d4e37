using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Overflight.Planning.Tasks;

namespace Overflight.Planning.Tests;

public class TaskingJsonTests
{
    private static Tasking Full => Ask.Tasking(Ask.Area("coast", 31.55, -116.62) with { RevisitHours = 6 }) with
    {
        Alternatives = [new() { Name = "from the sea", StandOffOnly = true, Without = ["N901LT"] }],
        Avoid = [new("range", [[-118, 31], [-117, 31], [-117, 32]])],
        Wind = new(270, 30),
    };

    private static string Text(Tasking tasking) => JsonSerializer.Serialize(tasking, (JsonTypeInfo<Tasking>)TaskingJson.Options.GetTypeInfo(typeof(Tasking)));

    /// <summary>What a file leaves out is as documented, not zero.</summary>
    [Fact]
    public void What_is_left_out_is_usual()
    {
        var (usual, read) = (Ask.Tasking(), TaskingJson.Read(File.ReadAllBytes(Path.Combine(Overflight.Testing.Repository.Root, "data", "lantern", "tasking.json"))));

        Assert.Equal((usual.OrbitRadiusMetres, usual.ReserveMinutes, usual.AltitudeToleranceMetres), (read.OrbitRadiusMetres, read.ReserveMinutes, read.AltitudeToleranceMetres));
        Assert.Equal((30, 180), (read.Operations[0].EvaluateWithinDays, read.Operations[0].DeleteWithinDays));
        Assert.Equal((0.9, 10, 3, 4), (read.Areas[0].LeastSeen, read.Bases[0].AntennaHeightMetres, read.Aircraft[0].Sensors[0].LeastGrazingDegrees, read.Aircraft[0].TurnaroundHours));
        Assert.Empty(read.Avoid);
    }

    [Fact]
    public void What_is_written_is_read() => Assert.Equal(Text(Full), Text(TaskingJson.Read(Encoding.UTF8.GetBytes(Text(Full)))));

    [Theory]
    [InlineData("\"id\": \"t-1\"", "\"id\": \"t-1\", \"colour\": 1", "colour")]
    [InlineData("\"dwellMinutes\": 40", "\"dwellMinutes\": 0", "areas.coast.dwellMinutes is 0, and may be 1 to 2880")]
    [InlineData("\"dwellMinutes\": 40,", "", "dwellMinutes")]
    [InlineData("2026-03-02T06:00:00Z", "2026-03-02T06:00:00", "no time in UTC")]
    [InlineData("\"base\": \"san-diego\"", "\"base\": \"x\"", "aircraft.N901LT.base \"x\" is none of the bases")]
    [InlineData("\"kind\": \"tasking\"", "\"kind\": \"task\"", "kind is \"task\"")]
    [InlineData("\"latitude\": 32.7", "\"latitude\": 132.7", "bases.san-diego: 132.7, -117.25 is no place")]
    public void What_is_wrong_is_named(string right, string wrong, string message)
    {
        var text = Text(Full);
        Assert.Contains(right, text, StringComparison.Ordinal);

        Assert.Contains(message, Assert.Throws<InvalidDataException>(() => TaskingJson.Read(Encoding.UTF8.GetBytes(text.Replace(right, wrong, StringComparison.Ordinal)))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"kind\":\"tasking\"}", true)]
    [InlineData("{\"inner\":{\"kind\":\"tasking\"},\"kind\":\"sortie\"}", false)]
    [InlineData("{\"kind\":1}", false)]
    [InlineData("[\"kind\"", false)]
    [InlineData("", false)]
    public void A_tasking_is_known_by_its_kind(string text, bool isTasking) => Assert.Equal(isTasking, TaskingJson.IsTasking(Encoding.UTF8.GetBytes(text)));
}
