namespace Overflight.Designations;

/// <summary>What every answer about designations carries.</summary>
public static class DesignationNotice
{
    /// <summary>Why no designation is a permission to fly.</summary>
    public const string Text =
        "A designation alone does not authorise a flight: it reaches assets, entry and support (8 U.S.C. 1189 for a foreign terrorist organisation), and gives nobody a "
        + "power over the airspace of a State. A flight needs an instrument signed before it, and the consent of each State it flies over.";

    /// <summary>What a draft is worth.</summary>
    public const string Draft = "A draft (\"to be designated\") has no effect in law, and authorises nothing.";

    /// <summary>What is not printed of natural persons.</summary>
    public const string Individuals = "Addresses, remarks and birth data of natural persons are left out; they are in the list's own files.";
}
