using System.Numerics;

namespace Overflight.Scenery.Ground;

/// <summary>What the ground is like at a place: its colour in full sun, 0 to 1, and how warm it is.</summary>
internal struct Surface
{
    /// <summary>Red, green, blue in the tone of the picture (not linear light).</summary>
    public Vector3 Colour;

    /// <summary>Temperature in degrees Celsius.</summary>
    public float Celsius;

    /// <summary>How much of the relief's shading it takes: 1 as ground does, 0 where it is drawn as it is to look.</summary>
    public float Shading;

    /// <summary>Whether it is water, on which waves run.</summary>
    public bool IsSea;

    public void Cover(Vector3 colour, float celsius, float part)
    {
        Colour = Vector3.Lerp(Colour, colour, part);
        Celsius += (celsius - Celsius) * part;
    }
}
