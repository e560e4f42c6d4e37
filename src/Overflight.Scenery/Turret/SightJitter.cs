namespace Overflight.Scenery.Turret;

/// <summary>What stabilisation leaves of vibration: a sum of slow and fast sines, the same for the same seed and time.</summary>
/// <param name="microradians">Its standard deviation on either axis.</param>
/// <param name="seed">Turns the phases.</param>
internal sealed class SightJitter(double microradians, ulong seed)
{
    private static readonly double[] s_hertz = [0.7, 1.9, 4.3, 7.7, 11.3];

    public (double AzimuthDegrees, double ElevationDegrees) At(double seconds)
    {
        if (microradians == 0)
            return (0, 0);
        var (right, up) = (0.0, 0.0);
        for (var i = 0; i < s_hertz.Length; i++)
        {
            var phase = (double)(seed % 1009 + 1) * (i + 1) * 0.618;
            right += Math.Sin(2 * Math.PI * s_hertz[i] * seconds + phase);
            up += Math.Sin(2 * Math.PI * 1.07 * s_hertz[i] * seconds + 1.7 * phase);
        }
        // A sine has half its amplitude squared for variance.
        var scale = double.RadiansToDegrees(1e-6 * microradians) / Math.Sqrt(0.5 * s_hertz.Length);
        return (scale * right, scale * up);
    }
}
