using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Sorties.Atmosphere;

/// <summary>Fields on top of each other, such as a vortex in a steady stream.</summary>
/// <param name="Parts">One to sixteen.</param>
public sealed record WindSum(IReadOnlyList<WindFieldData> Parts) : WindFieldData
{
    /// <inheritdoc/>
    public override IWindField Build()
    {
        FieldCheck.That(Parts.Count is >= 1 and <= 16, "wind.parts", "needs 1 to 16 parts");
        return new Field([.. Parts.Select(p => p.Build())]);
    }

    private sealed class Field(IWindField[] parts) : IWindField
    {
        public Wind At(GeoPoint place, double heightMetres, UtcInstant time)
        {
            var sum = default(Wind);
            foreach (var part in parts)
                sum += part.At(place, heightMetres, time);
            return sum;
        }
    }
}
