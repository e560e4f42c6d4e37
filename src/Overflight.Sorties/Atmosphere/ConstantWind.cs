using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Sorties.Atmosphere;

/// <summary>The same wind everywhere.</summary>
/// <param name="FromDegrees">The direction that it blows from, degrees clockwise from true north.</param>
/// <param name="SpeedMetresPerSecond">Its speed, 0 to 150.</param>
public sealed record ConstantWind(double FromDegrees, double SpeedMetresPerSecond) : WindFieldData
{
    /// <inheritdoc/>
    public override IWindField Build()
    {
        FieldCheck.Between("wind.fromDegrees", FromDegrees, -360, 360);
        FieldCheck.Between("wind.speedMetresPerSecond", SpeedMetresPerSecond, 0, 150);
        return new Field(Wind.From(FromDegrees, SpeedMetresPerSecond));
    }

    private sealed class Field(Wind wind) : IWindField
    {
        public Wind At(GeoPoint place, double heightMetres, UtcInstant time) => wind;
    }
}
