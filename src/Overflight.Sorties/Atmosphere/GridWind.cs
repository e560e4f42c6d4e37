using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Sorties.Atmosphere;

/// <summary>
/// Wind on a grid over latitude, longitude, height and time, linear in each between nodes (trilinear in space), held
/// constant beyond the ends. Arrays run time, height, latitude, longitude, the last fastest.
/// </summary>
/// <param name="LatitudesDegrees">Rising.</param>
/// <param name="LongitudesDegrees">Rising; a grid across ±180 runs on beyond 180.</param>
/// <param name="HeightsMetres">Above mean sea level, rising.</param>
/// <param name="Times">Rising.</param>
/// <param name="EastMetresPerSecond">A value a node.</param>
/// <param name="NorthMetresPerSecond">A value a node.</param>
/// <param name="UpMetresPerSecond">A value a node; absent: none.</param>
public sealed record GridWind(
    IReadOnlyList<double> LatitudesDegrees,
    IReadOnlyList<double> LongitudesDegrees,
    IReadOnlyList<double> HeightsMetres,
    IReadOnlyList<UtcInstant> Times,
    IReadOnlyList<double> EastMetresPerSecond,
    IReadOnlyList<double> NorthMetresPerSecond,
    IReadOnlyList<double>? UpMetresPerSecond = null) : WindFieldData
{
    /// <inheritdoc/>
    public override IWindField Build()
    {
        double[] times = [.. Times.Select(t => t.UnixSeconds)];
        double[][] axes = [times, [.. HeightsMetres], [.. LatitudesDegrees], [.. LongitudesDegrees]];
        string[] names = ["times", "heightsMetres", "latitudesDegrees", "longitudesDegrees"];
        long nodes = 1;
        for (var axis = 0; axis < 4; axis++)
        {
            FieldCheck.That(axes[axis].Length >= 1, $"wind.{names[axis]}", "is empty");
            for (var i = 1; i < axes[axis].Length; i++)
                FieldCheck.That(axes[axis][i] > axes[axis][i - 1], $"wind.{names[axis]}[{i}]", "must be above the one before");
            nodes *= axes[axis].Length;
        }
        double[] east = Checked("eastMetresPerSecond", EastMetresPerSecond), north = Checked("northMetresPerSecond", NorthMetresPerSecond);
        var up = UpMetresPerSecond is null ? null : Checked("upMetresPerSecond", UpMetresPerSecond);
        var winds = new Wind[nodes];
        for (var i = 0; i < nodes; i++)
            winds[i] = new Wind(east[i], north[i], up?[i] ?? 0);
        return new Field(axes, winds);

        double[] Checked(string name, IReadOnlyList<double> values)
        {
            FieldCheck.That(values.Count == nodes, $"wind.{name}", $"has {values.Count} values for {nodes} nodes");
            for (var i = 0; i < values.Count; i++)
                FieldCheck.Between($"wind.{name}[{i}]", values[i], -150, 150);
            return [.. values];
        }
    }

    private sealed class Field(double[][] axes, Wind[] winds) : IWindField
    {
        public Wind At(GeoPoint place, double heightMetres, UtcInstant time)
        {
            var longitude = place.LongitudeDegrees;
            if (longitude < axes[3][0] && longitude + 360 <= axes[3][^1])
                longitude += 360;
            var (t, tf) = Bracket.Of(axes[0], time.UnixSeconds);
            var (h, hf) = Bracket.Of(axes[1], heightMetres);
            var (y, yf) = Bracket.Of(axes[2], place.LatitudeDegrees);
            var (x, xf) = Bracket.Of(axes[3], longitude);
            var sum = default(Wind);
            for (var corner = 0; corner < 16; corner++)
            {
                var weight = ((corner & 1) == 0 ? 1 - xf : xf) * ((corner & 2) == 0 ? 1 - yf : yf)
                    * ((corner & 4) == 0 ? 1 - hf : hf) * ((corner & 8) == 0 ? 1 - tf : tf);
                if (weight == 0)
                    continue;
                var node = (((t + (corner >> 3)) * axes[1].Length + h + ((corner >> 2) & 1)) * axes[2].Length + y + ((corner >> 1) & 1)) * axes[3].Length + x + (corner & 1);
                sum += weight * winds[node];
            }
            return sum;
        }
    }
}
