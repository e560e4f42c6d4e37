using static Overflight.Misb.Sets.Define;

namespace Overflight.Misb.Sets.St1202;

/// <summary>The Generalized Transformation Local Set (MISB ST 1202.2).</summary>
public static class St1202Set
{
    /// <summary>Its tags.</summary>
    public static SetDefinition Definition { get; } = new("ST 1202", "Generalized Transformation Local Set", new(0x060E2B34020B0101, 0x0E01030505000000), 0, ChecksumKind.None,
        Float(1, "x Equation Numerator x Factor"),
        Float(2, "x Equation Numerator y Factor"),
        Float(3, "x Equation Numerator Constant"),
        Float(4, "y Equation Numerator x Factor"),
        Float(5, "y Equation Numerator y Factor"),
        Float(6, "y Equation Numerator Constant"),
        Float(7, "Denominator x Factor"),
        Float(8, "Denominator y Factor"),
        Sdcc(9, "SDCC-FLP"),
        Unsigned(10, "Document Version", 1),
        Enumeration(11, "Transformation Type", "other", "chipping", "child-parent", "default pixel space to image space", "optical"));
}
