namespace Overflight.Scenery.Picture;

/// <summary>Brightness of waves, over a square that repeats; two of them gliding over one another are a sea that moves.</summary>
internal static class WaveField
{
    public const int Across = 256;

    /// <summary>Row by row, -64 to 64; with three more at the end, so that four can be fetched at once.</summary>
    public static sbyte[] Values { get; } = Make();

    // Whole numbers of waves across, so that the edges meet; most go with the wind.
    private static sbyte[] Make()
    {
        var values = new float[Across * Across];
        var most = 0f;
        for (var n = 0; n < 26; n++)
        {
            var length = 4 + 1.45 * n;
            var angle = 0.5 + 1.9 * (Noise(n, 1) - 0.5);
            var (kx, ky) = ((int)Math.Round(length * Math.Cos(angle)), (int)Math.Round(length * Math.Sin(angle)));
            var (size, phase) = (1 / Math.Pow(length, 0.62), 2 * Math.PI * Noise(n, 2));
            for (var y = 0; y < Across; y++)
                for (var x = 0; x < Across; x++)
                {
                    // Crests are sharper than troughs.
                    var wave = Math.Sin(2 * Math.PI * (kx * x + ky * y) / Across + phase);
                    values[y * Across + x] += (float)(size * (wave + 0.35 * wave * wave - 0.175));
                }
        }
        foreach (var value in values)
            most = Math.Max(most, Math.Abs(value));
        return [.. values.Select(v => (sbyte)(64 * v / most)), 0, 0, 0];
    }

    private static double Noise(int n, uint seed) => Ground.Noise.Unit(n, 5, seed);
}
