-- The public address belongs to the machine (--public-address, KARYALAY_PUBLIC_ADDRESS), not to a district.
DELETE FROM organisation.master WHERE kind = 'SETTING' AND code = 'public-address';
