#!/busybox sh
# The first program of the guest. Comes up with everything but the disk of the store, waits for a word on the serial
# line (here the host takes its snapshot), mounts that disk, and serves until the power goes.
bb=/busybox
$bb mount -t proc proc /proc
$bb mount -t devtmpfs dev /dev
for module in 0 1 2 3 4 5 6 7 8; do $bb insmod /modules/$module-*.ko; done
$bb ip link set lo up
$bb ip address add 10.0.2.15/24 dev eth0
$bb ip link set eth0 up
$bb ip route add default via 10.0.2.2
$bb mount -t ext4 -o ro /dev/vdb /guest
$bb mount -t proc proc /guest/proc
$bb mount -o bind /dev /guest/dev
$bb mount -t tmpfs tmp /guest/tmp
$bb mkfifo /guest/tmp/go
$bb chroot /guest /bin/node /server/serve.js &
server=$!

read -r seconds writeback options given
$bb date -s @$seconds > /dev/null
$bb echo $writeback > /proc/sys/vm/dirty_writeback_centisecs
$bb blockdev --flushbufs /dev/vda
$bb mount -t ext4 -o $options /dev/vda /guest/data || $bb echo "GUEST: the disk cannot be mounted"
$bb echo $given | $bb base64 -d > /guest/tmp/go
wait $server
$bb echo "GUEST: the server ended with $?"
$bb poweroff -f
