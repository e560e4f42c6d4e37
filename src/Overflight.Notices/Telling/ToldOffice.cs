namespace Overflight.Notices.Telling;

/// <summary>An office for which files were written.</summary>
/// <param name="Office">The office.</param>
/// <param name="Folder">Where its files are.</param>
/// <param name="Readable">Parts that it may read.</param>
/// <param name="Sealed">Parts that it may not.</param>
/// <param name="ShownBy">Index of the leaf that says which sealed parts it was shown; null where it was shown none.</param>
public sealed record ToldOffice(string Office, string Folder, int Readable, int Sealed, long? ShownBy);
