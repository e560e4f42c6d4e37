using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Overflight.Sorties.Flight;

namespace Overflight.Operations.Flying;

/// <summary>
/// A flight's telemetry, a JSON object a line. The first line is random, so that a hash of the rest cannot be guessed; each heartbeat's leaf holds
/// the hash of all bytes so far, which <c>head -c BYTES FILE | sha256sum</c> gives again.
/// </summary>
public sealed class TelemetryFile : IDisposable
{
    private readonly Stream _output;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Begins a file.</summary>
    /// <param name="output">Where to; closed with this.</param>
    public TelemetryFile(Stream output)
    {
        _output = output;
        Write($"{{\"salt\":\"{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}\"}}\n");
    }

    /// <summary>Bytes so far.</summary>
    public long Length { get; private set; }

    /// <summary>SHA-256 of all bytes so far, hexadecimal.</summary>
    public string Sha256 => Convert.ToHexStringLower(_hash.GetCurrentHash());

    /// <summary>Writes a state.</summary>
    public void Write(in VehicleState s, string mode, bool hasLink) => Write(string.Create(
        CultureInfo.InvariantCulture,
        $"{{\"at\":\"{s.Time}\",\"latitude\":{s.Place.LatitudeDegrees:0.0000000},\"longitude\":{s.Place.LongitudeDegrees:0.0000000},\"heightMetres\":{s.HeightMetres:0.0},\"pressureAltitudeMetres\":{s.PressureAltitudeMetres:0.0},\"headingDegrees\":{s.HeadingDegrees:0.00},\"pitchDegrees\":{s.PitchDegrees:0.00},\"rollDegrees\":{s.RollDegrees:0.00},\"trackDegrees\":{s.TrackDegrees:0.00},\"groundSpeedMetresPerSecond\":{s.GroundSpeedMetresPerSecond:0.00},\"trueAirspeedMetresPerSecond\":{s.TrueAirspeedMetresPerSecond:0.00},\"verticalSpeedMetresPerSecond\":{s.VerticalSpeedMetresPerSecond:0.00},\"fuelKilograms\":{s.FuelKilograms:0.0},\"mode\":\"{mode}\",\"link\":{(hasLink ? "true" : "false")}}}\n"));

    /// <inheritdoc/>
    public void Dispose()
    {
        _output.Dispose();
        _hash.Dispose();
    }

    private void Write(string line)
    {
        var bytes = Encoding.UTF8.GetBytes(line);
        _output.Write(bytes);
        _hash.AppendData(bytes);
        Length += bytes.Length;
    }
}
