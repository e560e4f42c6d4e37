namespace Overflight.Feeds.ModeS;

/// <summary>
/// Speed on the ground in seven bits (DO-260B table 2-19). Each code stands for a range; its middle is given: 1 stopped;
/// 2-8 from 0.125 kt by 0.125; 9-12 from 1 by 0.25; 13-38 from 2 by 0.5; 39-93 from 15 by 1; 94-108 from 70 by 2; 109-123 from
/// 100 by 5; 124 at least 175. 0 and 125-127 say nothing.
/// </summary>
internal static class Movement
{
    public static float Knots(int code) => code switch
    {
        1 => 0,
        >= 2 and <= 8 => 0.125f + (code - 1.5f) * 0.125f,
        >= 9 and <= 12 => 1 + (code - 8.5f) * 0.25f,
        >= 13 and <= 38 => 2 + (code - 12.5f) * 0.5f,
        >= 39 and <= 93 => 15 + (code - 38.5f),
        >= 94 and <= 108 => 70 + (code - 93.5f) * 2,
        >= 109 and <= 123 => 100 + (code - 108.5f) * 5,
        124 => 175,
        _ => float.NaN,
    };
}
