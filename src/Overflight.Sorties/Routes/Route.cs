namespace Overflight.Sorties.Routes;

/// <summary>Legs in order. After the last, an aircraft that has not been sent home holds.</summary>
/// <param name="Legs">One to 2,000.</param>
public sealed record Route(IReadOnlyList<RouteLeg> Legs)
{
    /// <summary>Complains about a field of a leg.</summary>
    /// <exception cref="InvalidDataException">A value is out of its range; the message names the field.</exception>
    public void Check(string field = "route")
    {
        FieldCheck.That(Legs.Count is >= 1 and <= 2000, $"{field}.legs", "needs 1 to 2,000 legs");
        for (var i = 0; i < Legs.Count; i++)
            Legs[i].Check($"{field}.legs[{i}]");
    }
}
