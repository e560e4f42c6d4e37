namespace Overflight.Patterns.Score;

/// <summary>The parts a model is made of, in the order of its blend.</summary>
internal enum ModelPart
{
    /// <summary>The kernel model on standardised features.</summary>
    Kernel,

    /// <summary>The boosted trees.</summary>
    Boosted,

    /// <summary>The extremely randomised forest.</summary>
    Forest,
}
