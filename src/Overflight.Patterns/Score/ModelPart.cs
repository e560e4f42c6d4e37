namespace Overflight.Patterns.Score;

/// <summary>The parts a model is made of, in the order of its blend.</summary>
internal enum ModelPart
{
    /// <summary>The logistic model on standardised features.</summary>
    Linear,

    /// <summary>The boosted trees.</summary>
    Boosted,

    /// <summary>The extremely randomised forest.</summary>
    Forest,
}
