namespace Overflight.EndToEnd;

/// <summary>A record with real witnesses over HTTP, from the first entry to a package that an outsider verifies.</summary>
public sealed class RecordWitnessTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    [Fact]
    public void Two_of_three_witnesses_make_a_quorum_and_a_fork_is_caught()
    {
        using var work = new CommandLine.Workspace();
        var (log, key, policy) = (work.File("log"), work.File("keys/log.key"), work.File("witnesses.policy"));
        var vkey = Ok("record", "init", log, "--origin", "example.org/lantern", "--key", key).TrimEnd();
        File.WriteAllText(work.File("lines"), "{\"kind\":\"sortie.arm\",\"subject\":\"sortie/1\"}\n{\"kind\":\"sortie.heartbeat\",\"subject\":\"sortie/1\",\"minute\":1}\n");
        Assert.Equal("0\n1\n", Ok("record", "append", log, work.File("lines"), "--key", key));

        using var court = Witness(work, "court", vkey, "witness", out var courtLine);
        using var legislature = Witness(work, "legislature", vkey, "witness-ml-dsa", out var legislatureLine);
        var partner = Ok("record", "key", "new", work.File("keys/partner.key"), "--name", "partner.example", "--for", "witness").TrimEnd();
        File.WriteAllText(policy, $"log {vkey}\n{courtLine}\n{legislatureLine}\nwitness partner {partner} http://127.0.0.1:1/\ngroup overseers 2 court legislature partner\nquorum overseers\n");

        var signed = CommandLine.Run("record", "checkpoint", log, "--key", key, "--policy", policy);
        Assert.Equal(0, signed.ExitCode);
        Assert.Contains("partner: does not answer", signed.Error, StringComparison.Ordinal);
        Assert.Contains("\u2014 court.example ", signed.Output, StringComparison.Ordinal);
        var verified = CommandLine.Run("record", "verify", log, "--policy", policy);
        Assert.Contains("witnessed by court on ", verified.Output, StringComparison.Ordinal);
        Assert.Contains("witnessed by legislature on ", verified.Output, StringComparison.Ordinal);
        Assert.Equal(0, verified.ExitCode);

        Ok("record", "package", log, "--subject", "sortie/1", "--policy", policy, "--out", work.File("evidence.zip"));
        Assert.Contains("Verified: 2 entries are in the log", Ok("record", "verify", work.File("evidence.zip"), "--policy", policy), StringComparison.Ordinal);

        // A second version of the log, with the same key, whose memory is thrown away.
        File.Copy(Path.Combine(log, "checkpoint"), work.File("kept"));
        Directory.Delete(log, recursive: true);
        File.Delete(key + ".heads");
        Ok("record", "init", log, "--origin", "example.org/lantern", "--key", key);
        File.WriteAllText(work.File("lines"), "{\"kind\":\"sortie.arm\",\"subject\":\"sortie/1\"}\n{\"kind\":\"sortie.heartbeat\",\"subject\":\"sortie/1\",\"minute\":2}\n");
        Ok("record", "append", log, work.File("lines"), "--key", key);
        var forked = CommandLine.Run("record", "checkpoint", log, "--key", key, "--policy", policy);
        Assert.Equal(1, forked.ExitCode);
        Assert.Contains("this log is a fork of what it saw", forked.Error, StringComparison.Ordinal);
        Assert.Contains("not witnessed as the policy asks", forked.Error, StringComparison.Ordinal);
        var against = CommandLine.Run("record", "verify", log, "--vkey", vkey, "--earlier", work.File("kept"));
        Assert.Equal(1, against.ExitCode);
        Assert.Contains("is the oldest checkpoint here, and the entries contradict it", against.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Proofs_of_entries_and_of_growth_are_files_that_verify_offline()
    {
        using var work = new CommandLine.Workspace();
        var (log, key) = (work.File("log"), work.File("log.key"));
        var vkey = Ok("record", "init", log, "--origin", "example.org/lantern", "--key", key).TrimEnd();
        var lines = string.Concat(Enumerable.Range(0, 300).Select(i => $"{{\"i\":{i}}}\n"));
        Assert.Equal(300, CommandLine.Run(System.Text.Encoding.UTF8.GetBytes(lines), ["record", "append", log, "--key", key]).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        File.WriteAllText(work.File("older"), Ok("record", "checkpoint", log));
        CommandLine.Run(System.Text.Encoding.UTF8.GetBytes(lines), ["record", "append", log, "-", "--key", key]);

        Ok("record", "prove", log, "299", "--out", work.File("299.tlog-proof"));
        Assert.Contains("\"i\":299", Ok("record", "verify", work.File("299.tlog-proof"), "--vkey", vkey), StringComparison.Ordinal);
        Ok("record", "prove", log, "--since", "300", "--out", work.File("growth"));
        Assert.Contains("has only grown, from 300 entries to 600", Ok("record", "verify", work.File("growth"), "--vkey", vkey, "--earlier", work.File("older")), StringComparison.Ordinal);
        Assert.Contains("\"i\":17", Ok("record", "show", log, "17"), StringComparison.Ordinal);

        var text = File.ReadAllText(work.File("299.tlog-proof"));
        File.WriteAllText(work.File("299.tlog-proof"), text.Replace("index 299", "index 298", StringComparison.Ordinal));
        var changed = CommandLine.Run("record", "verify", work.File("299.tlog-proof"), "--vkey", vkey);
        Assert.Equal(1, changed.ExitCode);
        Assert.Contains("does not lead to the checkpoint's root", changed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_key_takes_over_and_the_log_says_so()
    {
        using var work = new CommandLine.Workspace();
        var (log, old, next) = (work.File("log"), work.File("old.key"), work.File("next.key"));
        var oldKey = Ok("record", "init", log, "--origin", "example.org/lantern", "--key", old).TrimEnd();
        var nextKey = Ok("record", "key", "new", next, "--name", "example.org/lantern").TrimEnd();
        Assert.Equal("0\n", Ok("record", "key", "add", log, nextKey, "--key", old));
        Assert.Equal(1, CommandLine.Run("record", "key", "retire", log, oldKey, "--key", next).ExitCode);

        Ok("record", "checkpoint", log, "--key", old, "--key", next);
        Ok("record", "verify", log, "--vkey", oldKey);
        Ok("record", "verify", log, "--vkey", nextKey);
        Assert.Equal("1\n", Ok("record", "key", "retire", log, oldKey, "--key", next));
        Assert.Equal(1, CommandLine.Run("record", "verify", log, "--vkey", oldKey).ExitCode);
        Ok("record", "verify", log, "--vkey", nextKey);
        Assert.Contains("\"action\":\"retired\"", Ok("record", "show", log, "1"), StringComparison.Ordinal);
        Assert.Equal(0, CommandLine.Run("record", "fsck", log).ExitCode);
    }

    private static RunningProgram Witness(CommandLine.Workspace work, string name, string vkey, string kind, out string policyLine)
    {
        var key = work.File($"keys/{name}.key");
        var verifier = Ok("record", "key", "new", key, "--name", $"{name}.example", "--for", kind).TrimEnd();
        var program = RunningProgram.Start(new Dictionary<string, string>(), "record", "witness", "serve", "--key", key, "--log", vkey, "--state", work.File($"state-{name}"), "--listen", "http://127.0.0.1:0");
        var lines = program.ReadLines(2, s_patience);
        Assert.Equal(verifier, lines[0]);
        policyLine = $"witness {name} {verifier} {lines[1]["listening at ".Length..]}";
        return program;
    }

    private static string Ok(params string[] arguments)
    {
        var result = CommandLine.Run(arguments);
        Assert.True(result.ExitCode == 0, $"{string.Join(' ', arguments)}: {result.Error}{result.Output}");
        return result.Output;
    }
}
