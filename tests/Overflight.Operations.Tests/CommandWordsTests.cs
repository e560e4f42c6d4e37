using CsCheck;
using Overflight.Operations.Flying;
using Overflight.Operations.Scenarios;
using Overflight.Sorties.Autopilot;

namespace Overflight.Operations.Tests;

public class CommandWordsTests
{
    [Theory]
    [InlineData("goto 31.2 -116.9", "GoTo")]
    [InlineData("goto 31.2 -116.9 5000", "GoTo")]
    [InlineData("orbit 31.2 -116.9 3000", "Orbit")]
    [InlineData("altitude 4000", "Altitude")]
    [InlineData("speed loiter", "Speed")]
    [InlineData("speed 70", "Speed")]
    [InlineData("return", "Return")]
    [InlineData("divert San Clemente", "Divert")]
    [InlineData("offer Station B", "OfferControl")]
    public void Words_are_commands(string words, string name) => Assert.Equal(name, CommandWords.Read(words, "A").Name);

    [Theory]
    [InlineData("goto")]
    [InlineData("goto 91 0")]
    [InlineData("goto a b")]
    [InlineData("altitude NaN")]
    [InlineData("fire")]
    [InlineData("")]
    public void Other_words_mean_nothing(string words) => Assert.Throws<FormatException>(() => CommandWords.Read(words, "A"));

    [Fact]
    public void No_words_do_harm() => Gen.String.Sample(words =>
    {
        try
        {
            Assert.NotNull(CommandWords.Read(words, "A"));
        }
        catch (FormatException)
        {
        }
    }, iter: 2_000);

    [Theory]
    [InlineData("\"kind\": \"scenario\"", "\"kind\": \"x\"", "kind is \"x\"")]
    [InlineData("\"ADFE01\"", "\"FFFFFF\"", "aircraft.LANTERN 1.address")]
    [InlineData("\"sortie\": \"s-06\",", "", "sortie")]
    [InlineData("\"everySeconds\": 1", "\"everySeconds\": 0.1", "aircraft.LANTERN 1.adsb.everySeconds is 0.1")]
    [InlineData("\"constant\"", "\"storm\"", "storm")]
    [InlineData("2026-03-02T07:01:00Z", "2026-03-02T07:01:00", "no time in UTC")]
    public void What_is_wrong_in_a_scenario_is_named(string right, string wrong, string message)
    {
        var text = File.ReadAllText(Path.Combine(Testing.Repository.Root, "data", "lantern", "scenario.json"));
        Assert.Contains(right, text, StringComparison.Ordinal);
        var replaced = text.Remove(text.IndexOf(right, StringComparison.Ordinal), right.Length).Insert(text.IndexOf(right, StringComparison.Ordinal), wrong);

        Assert.Contains(message, Assert.Throws<InvalidDataException>(() => ScenarioJson.Read(System.Text.Encoding.UTF8.GetBytes(replaced), "scenario.json")).Message, StringComparison.Ordinal);
    }
}
