using Overflight.Airspace.Verdicts;
using Overflight.Geodesy;
using Overflight.Tracks.Preparing;

namespace Overflight.Dossiers.Html;

/// <summary>A witness, and how anyone can check it with two geodesic inverses.</summary>
internal sealed class WitnessCheck(MarkupWriter markup, PreparedFlight flight)
{
    public void Write(Witness witness)
    {
        var isOneFix = witness.FirstFix == witness.SecondFix;
        var (first, second) = (flight.Track.PositionAt(witness.FirstFix), flight.Track.PositionAt(witness.SecondFix));
        using (markup.Element("div", ("class", "witness-check")))
        {
            markup.Leaf("h4", "The witness: a place and a time that show it");
            var when = isOneFix ? $"at {Wording.DateAndClock(witness.Earliest)}"
                : $"between {Wording.Clock(witness.Earliest)} and {Wording.Clock(witness.Latest)} UTC on {Wording.Date(witness.Earliest)}";
            markup.Leaf("p", $"{Wording.Place(witness.Place)}, {when}. It lies {(witness.MetresFromEdge < 0.5 ? "on the mapped line or inside" : $"{Wording.Distance(witness.MetresFromEdge)} from the mapped line")}; that line ({Wording.Of(witness.Edge.Kind)}, no. {Wording.Text($"{witness.Edge.Number}")} of {witness.Edge.Source}) is known to {Wording.Distance(witness.Edge.UncertaintyMetres)}.");
            new TableWriter(markup).Write("Distances, which any geodesic calculator gives", ["What", "From", "To", "Metres"],
            [
                [isOneFix ? "fix to witness" : "first fix to witness", Plain(first), Plain(witness.Place), Metres(witness.MetresFromFirst)],
                [isOneFix ? "and back" : "witness to second fix", Plain(witness.Place), Plain(second), Metres(witness.MetresToSecond)],
                ["sum", "", "", Metres(witness.MetresFromFirst + witness.MetresToSecond)],
                [isOneFix ? "allowed: twice the fix's radius" : "allowed: speed bound times the silence, and both radii", "", "", Metres(witness.AllowedMetres)],
            ]);
            markup.Leaf("p", "The sum is no more than what is allowed, so the place was within reach. To check with GeographicLib, the last number of each line being metres:");
            markup.Leaf("pre", $"printf '{Plain(first)} {Plain(witness.Place)}\\n{Plain(witness.Place)} {Plain(second)}\\n' | GeodSolve -i -p 3");
        }
    }

    private static string Plain(GeoPoint place) => Wording.Text($"{place.LatitudeDegrees:0.0000000} {place.LongitudeDegrees:0.0000000}");

    private static string Metres(double metres) => Wording.Text($"{metres:#,0.0}");
}
