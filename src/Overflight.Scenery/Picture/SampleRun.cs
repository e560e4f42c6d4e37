namespace Overflight.Scenery.Picture;

/// <summary>A row of a block: where its pixels lie among drawn spots and waves, and what is between; places are spots or samples in 65536ths.</summary>
internal struct SampleRun
{
    public const int Fraction = 16;

    /// <summary>The spot that places count from.</summary>
    public int BaseX, BaseY;

    /// <summary>The first pixel's place, and the way to the next.</summary>
    public int X, Y, StepX, StepY;

    /// <summary>How much of the ground comes through the air, of 65536.</summary>
    public int Through, StepThrough;

    /// <summary>What water mirrors, steps of luma in 65536ths.</summary>
    public int Glint, StepGlint;

    /// <summary>Places in the two squares of waves.</summary>
    public int WideX, WideY, WideStepX, WideStepY, NarrowX, NarrowY, NarrowStepX, NarrowStepY;

    /// <summary>How much of each of them is seen, of 256.</summary>
    public int WideStrength, NarrowStrength;

    /// <summary>How strongly waves are seen, of 256; 0 where there is no sea.</summary>
    public int Waves;
}
