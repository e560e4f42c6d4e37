namespace Overflight.Record.Vaults;

/// <summary>The steps of a vault's writes, so that tests can stop it before each.</summary>
internal enum VaultStep
{
    WriteSealed,
    FlushSealed,
    AppendSealed,
    AppendTombstone,
    BeginDestruction,
    WriteRest,
    SetAside,
    PutRest,
    Overwrite,
    Unlink,
    FlushUnlinked,
}
