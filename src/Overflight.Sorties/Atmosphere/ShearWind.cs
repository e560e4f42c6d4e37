using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Sorties.Atmosphere;

/// <summary>A profile over height: the components vary linearly between levels and stay as they are beyond the ends.</summary>
/// <param name="Levels">At least one, heights rising.</param>
public sealed record ShearWind(IReadOnlyList<WindLevel> Levels) : WindFieldData
{
    /// <inheritdoc/>
    public override IWindField Build()
    {
        FieldCheck.That(Levels.Count is >= 1 and <= 1000, "wind.levels", "needs 1 to 1,000 levels");
        for (var i = 0; i < Levels.Count; i++)
        {
            FieldCheck.Between($"wind.levels[{i}].heightMetres", Levels[i].HeightMetres, -500, 30_000);
            FieldCheck.Between($"wind.levels[{i}].speedMetresPerSecond", Levels[i].SpeedMetresPerSecond, 0, 150);
            FieldCheck.That(i == 0 || Levels[i].HeightMetres > Levels[i - 1].HeightMetres, $"wind.levels[{i}].heightMetres", "must be above the level before");
        }
        return new Field([.. Levels.Select(l => l.HeightMetres)], [.. Levels.Select(l => Wind.From(l.FromDegrees, l.SpeedMetresPerSecond))]);
    }

    private sealed class Field(double[] heights, Wind[] winds) : IWindField
    {
        public Wind At(GeoPoint place, double heightMetres, UtcInstant time)
        {
            var (i, fraction) = Bracket.Of(heights, heightMetres);
            return fraction == 0 ? winds[i] : (1 - fraction) * winds[i] + fraction * winds[i + 1];
        }
    }
}
